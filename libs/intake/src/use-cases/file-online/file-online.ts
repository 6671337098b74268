import type { Actor } from '#libs/access';
import { AppError, dayOf, type PetitionId } from '#libs/shared';
import {
  type OnlineFiling,
  type OnlineKind,
  petitionOf,
  requireWhole,
  takenAs,
  wordsFor,
} from '../../online/online-filing.js';
import { checkPdfSignature, type SignatureFinding, signatureStands } from '../../online/pdf-signature.js';
import type { Attachments, FileInspector, OnlineAgency, OnlineFilings, Petitions, UnitOfWork } from '../../ports.js';
import type { AttachFiles, IncomingFile } from '../attach-files/attach-files.js';
import type { RegisteredPetition, RegisterPetition } from '../register-petition/register-petition.js';

export interface FileOnlinePorts {
  readonly work: UnitOfWork;
  readonly petitions: Petitions;
  readonly attachments: Attachments;
  readonly inspector: FileInspector;
  readonly filings: OnlineFilings;
  readonly registerPetition: RegisterPetition;
  readonly attachFiles: AttachFiles;
}

export interface FiledOnline {
  readonly petition: RegisteredPetition;
  readonly taken: OnlineKind;
  readonly findings: readonly SignatureFinding[];
  readonly words: readonly string[];
  /** In whose name it was entered; the sender's consent to messages is recorded under it. */
  readonly clerk: Actor;
}

/** The signed file stands first where one is asked for. */
export interface OnlineFile extends IncomingFile {
  readonly signed: boolean;
}

const PICTURE = /^image\//;
const refuse = (code: string, title: string, detail: string): AppError =>
  new AppError({ code, status: 422, title, detail });

/**
 * Takes what a citizen sends without an account and enters it at once in the register of the agency it is for, by the same
 * registration as the counter's: the limits count from the day of receipt, so nothing may wait outside their clock (docs/adr/0025).
 * What tells of a wrong in office goes, sealed, to the register of the agency above: the one addressed may be who is meant.
 */
export class FileOnline {
  constructor(private readonly ports: FileOnlinePorts) {}

  async execute(filing: OnlineFiling, files: readonly OnlineFile[]): Promise<FiledOnline> {
    const taken = takenAs(filing);
    requireWhole(filing, taken);
    const findings = await this.inspected(filing, taken, files);
    const agency = await this.agencyFor(filing, taken);
    const clerk = await this.clerkOf(agency);
    const today = await this.ports.work.run(clerk, async (tx) => dayOf(await this.ports.petitions.now(tx)));
    const petition = await this.ports.registerPetition.execute(clerk, {
      ...petitionOf(filing, { taken, today }),
      agencyCode: agency.code,
      idempotencyKey: filing.idempotencyKey,
    });
    await this.keep(clerk, petition.id, { filing, taken, findings });
    await this.attachOnce(clerk, petition.id, files);
    return { petition, taken, findings, words: wordsFor(filing, taken), clerk };
  }

  /** Every file is looked at before anything is written. */
  private async inspected(
    { signature }: OnlineFiling,
    taken: OnlineKind,
    files: readonly OnlineFile[],
  ): Promise<readonly SignatureFinding[]> {
    const types = await Promise.all(
      files.map(({ fileName, bytes }) => this.ports.inspector.inspect({ name: fileName, bytes })),
    );
    if (taken !== 'complaint') return [];
    const at = files.findIndex(({ signed }) => signed);
    const [file, type] = [files[at], types[at]?.mediaType ?? ''];
    if (!file) throw refuse('ONLINE.NOT_SIGNED', 'Chưa có bản đã ký', 'Chọn tệp đơn đã ký rồi gửi lại.');
    if (signature === 'digital') return digitalFindings(file, type);
    if (type === 'application/pdf' || PICTURE.test(type)) return [SCAN];
    throw refuse(
      'ONLINE.NO_SCAN',
      'Bản đơn đã ký phải là PDF hoặc ảnh',
      `Tệp “${file.fileName}” không phải PDF hay ảnh.`,
    );
  }

  private async agencyFor({ agencyCode }: OnlineFiling, taken: OnlineKind): Promise<OnlineAgency> {
    const { filings } = this.ports;
    const addressed = await filings.agency(agencyCode);
    if (!addressed)
      throw new AppError({
        code: 'ONLINE.AGENCY',
        status: 422,
        title: 'Chưa chọn đúng cơ quan',
        detail: 'Chọn cơ quan trong danh sách.',
        errors: [{ pointer: '/agency', code: 'CHOICE.UNKNOWN', message: 'Cơ quan không có trong danh sách.' }],
      });
    const above = taken === 'information' && addressed.parentId ? await filings.agencyById(addressed.parentId) : null;
    return above ?? addressed;
  }

  private async clerkOf(agency: OnlineAgency): Promise<Actor> {
    return {
      userId: await this.ports.filings.clerk(agency.id),
      fullName: 'Tiếp nhận trực tuyến',
      roles: ['receptionist'],
      agencyId: agency.id,
      provinceId: agency.provinceId,
      agencies: [agency.id],
    };
  }

  private keep(
    clerk: Actor,
    petitionId: PetitionId,
    of: { readonly filing: OnlineFiling; readonly taken: OnlineKind; readonly findings: readonly SignatureFinding[] },
  ): Promise<void> {
    return this.ports.work.run(clerk, (tx) =>
      this.ports.filings.keep(tx, {
        petitionId,
        kind: of.taken,
        signature: of.taken === 'complaint' ? (of.filing.signature ?? null) : null,
        findings: of.findings,
      }),
    );
  }

  /** A repeated sending finds its files there. */
  private async attachOnce(clerk: Actor, petitionId: PetitionId, files: readonly OnlineFile[]): Promise<void> {
    if (files.length === 0) return;
    const there = await this.ports.work.run(clerk, (tx) => this.ports.attachments.ofPetition(tx, petitionId));
    if (there.length === 0) await this.ports.attachFiles.execute(clerk, petitionId, files);
  }
}

const SCAN: SignatureFinding = {
  code: 'SCAN',
  title: 'Chữ ký trên bản quét, ảnh chụp đơn giấy',
  holds: null,
  detail: 'Máy không kiểm tra được; cán bộ đối chiếu với bản gốc trước khi thụ lý.',
};

function digitalFindings(file: IncomingFile, type: string): readonly SignatureFinding[] {
  const findings = type === 'application/pdf' ? checkPdfSignature(file.bytes) : null;
  if (!findings)
    throw refuse(
      'ONLINE.NO_SIGNATURE',
      'Tệp không có chữ ký số',
      `Tệp “${file.fileName}” không phải PDF có chữ ký số. Ký số lại, hoặc gửi bản quét đơn giấy đã ký.`,
    );
  if (signatureStands(findings)) return findings;
  const wrong = findings.filter(({ holds }) => holds === false).map(({ title }) => title.toLowerCase());
  throw refuse(
    'ONLINE.SIGNATURE_BROKEN',
    'Chữ ký số không hợp lệ',
    `Tệp “${file.fileName}” không đạt: ${wrong.join('; ')}. Ký lại rồi gửi.`,
  );
}
