import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/access';
import { type AgencyId, AppError, type CaseFileId, type JsonObject, type LocalDate } from '#libs/shared';
import { caseFileNotFound } from '../data/index.js';
import { ADDRESSEES, type Addressee, type Capacity, type FormDefinition } from '../form.js';
import { fieldsOf, formVersions, isList, type TypedValues } from '../rendering/index.js';
import { invalid, wrongState } from './errors.js';
import { formsFor, formVersion } from './forms-of.js';
import { type IndexLine, numberedPages } from './file-index.js';
import type { PaperService } from './paper-service.js';
import type { PaperSeal, SlipWords } from './paper-words.js';
import {
  PAPER_STATES,
  type PaperCase,
  type PaperContent,
  type PaperRow,
  type Papers,
  type PaperState,
  type RegisterLine,
  type SlipChannel,
  type SlipRow,
  type Tx,
} from './papers.js';
import {
  isEntitled,
  isSignedByHand,
  may,
  mayReadIdentities,
  mustMay,
  namesProtected,
  saysIdentities,
  signerFor,
} from './signing-rules.js';

export type PaperAction =
  'edit' | 'submit' | 'approve' | 'return' | 'sign' | 'issue' | 'void' | 'uploadSigned' | 'send';

export interface PaperLine {
  readonly id: string;
  readonly form: string;
  readonly title: string;
  readonly state: PaperState;
  readonly stateTitle: string;
  readonly rev: number;
  readonly number: string | null;
  readonly issuedOn: LocalDate | null;
  readonly hasSignedCopy: boolean;
  readonly actions: readonly PaperAction[];
}
/** What a paper waits for, the most binding act first. */
const NEXT = ['sign', 'approve', 'issue', 'submit', 'edit'] as const satisfies readonly PaperAction[];

export interface WaitingPaper extends PaperLine {
  readonly caseFileId: CaseFileId;
  readonly registerLabel: string;
  readonly procedure: string;
  readonly procedureVersion: number;
  readonly draftedByName: string;
  readonly since: LocalDate;
  readonly next: (typeof NEXT)[number];
}
/** Unfinished papers are read in parts, so that those of one person are found behind those of everybody else, up to a bound. */
const AT_ONCE = 100;
const MOST_READ = 1_000;
export interface WaitingPapers {
  readonly papers: readonly WaitingPaper[];
  /** There are more unfinished papers than were looked at. */
  readonly more: boolean;
}
export interface PaperFieldView {
  readonly name: string;
  readonly kind: 'text' | 'longText' | 'list';
  readonly optional: boolean;
  readonly help: string | null;
  readonly items: readonly string[];
  readonly value: string | readonly Readonly<Record<string, string>>[] | null;
}
export interface PaperView extends PaperLine {
  readonly caseFileId: CaseFileId;
  readonly citation: string;
  readonly audience: FormDefinition['audience'];
  readonly size: 'A4' | 'A5';
  readonly sizes: readonly ('A4' | 'A5')[];
  readonly fields: readonly PaperFieldView[];
  readonly missing: readonly string[];
  readonly signing: {
    readonly by: string;
    readonly capacities: readonly Capacity[];
    readonly seal: string;
    readonly basis: string;
  };
  readonly signer: { readonly fullName: string; readonly capacity: Capacity } | null;
  readonly comment: string | null;
  readonly contents: readonly {
    readonly kind: PaperContent['kind'];
    readonly sha256: string;
    readonly sizeBytes: number;
    readonly madeFrom: PaperContent['madeFrom'];
    readonly signature: JsonObject | null;
  }[];
  readonly slips: readonly SlipView[];
  readonly addressees: readonly { readonly key: Addressee; readonly title: string }[];
}
export interface SlipView {
  readonly id: string;
  readonly addressee: Addressee;
  readonly addresseeTitle: string;
  readonly recipient: string;
  readonly address: string;
  readonly proof: string;
  readonly channel: SlipChannel;
  readonly sentOn: LocalDate | null;
  readonly deliveredOn: LocalDate | null;
}
export type SlipInput = Omit<SlipView, 'id' | 'addresseeTitle'> & { readonly id?: string };

const WAITING: Readonly<Partial<Record<PaperState, readonly PaperAction[]>>> = {
  draft: ['edit', 'submit', 'void'],
  submitted: ['approve', 'return', 'void'],
  approved: ['sign', 'return', 'void'],
  signed: ['issue', 'uploadSigned', 'void'],
  issued: ['uploadSigned', 'send', 'void'],
};
const NEEDS: Readonly<Record<PaperAction, 'draft' | 'submit' | 'approve' | 'issue' | 'sign'>> = {
  edit: 'draft',
  submit: 'submit',
  approve: 'approve',
  return: 'approve',
  sign: 'sign',
  issue: 'issue',
  void: 'issue',
  uploadSigned: 'issue',
  send: 'issue',
};

const MASKED = 'Bảo mật';
const HIDDEN: SlipWords = { recipient: MASKED, address: MASKED, proof: MASKED };
/** Who was shown the mask and sends it back leaves what is behind it as it is. */
const unmasked = ({ recipient, address, proof }: SlipWords, kept: SlipWords | null): SlipWords => ({
  recipient: kept && recipient === MASKED ? kept.recipient : recipient,
  address: kept && address === MASKED ? kept.address : address,
  proof: kept && proof === MASKED ? kept.proof : proof,
});

export interface PaperViewsParts {
  readonly papers: Papers;
  readonly seal: PaperSeal;
  readonly service: PaperService;
}

/** What people see of papers: lists, one paper with its fields, slips, the register and the index of the file. */
export class PaperViews {
  constructor(private readonly parts: PaperViewsParts) {}

  /** Papers of a file, and the papers that may be drafted in it today. */
  ofCase(actor: Actor, caseFileId: CaseFileId) {
    const { papers, service } = this.parts;
    return papers.run(actor, async (tx) => {
      const caseFile = await papers.caseFile(tx, caseFileId);
      if (!caseFile) throw caseFileNotFound();
      const rows = await papers.ofCase(tx, caseFileId);
      const lines: PaperLine[] = [];
      for (const row of rows) lines.push(await this.line(tx, actor, row));
      const open = await papers.tasks(tx, caseFileId);
      const { today } = await service.caseOf(tx, caseFileId);
      return {
        papers: lines,
        tasks: open.map(({ id, form }) => ({ id, form, title: formVersions(form).at(-1)?.title ?? form })),
        allowed: formsFor(caseFile.procedure, today).map(({ code, title, citation }) => ({
          code,
          title,
          citation: citation.text,
        })),
      };
    });
  }

  /** Papers that wait for this person: to approve, to sign, to number; what they drafted and have not submitted. */
  waiting(actor: Actor): Promise<WaitingPapers> {
    const { papers } = this.parts;
    return papers.run(actor, async (tx) => {
      const waiting: WaitingPaper[] = [];
      for (let skip = 0; skip < MOST_READ; skip += AT_ONCE) {
        const rows = await papers.unfinished(tx, actor, { limit: AT_ONCE, skip });
        for (const row of rows) {
          const { caseFileId, registerLabel, procedure, procedureVersion, draftedByName, since } = row;
          const about = { caseFileId, registerLabel, procedure, procedureVersion, draftedByName, since };
          const line = await this.line(tx, actor, row);
          const next = NEXT.find((action) => line.actions.includes(action));
          if (next) waiting.push({ ...line, ...about, next });
        }
        if (rows.length < AT_ONCE) return { papers: waiting, more: false };
      }
      return { papers: waiting, more: true };
    });
  }

  get(actor: Actor, id: string): Promise<PaperView> {
    const { papers, service } = this.parts;
    return papers.run(actor, async (tx) => {
      const opened = await service.open(tx, id);
      const { row, form, words, caseFile } = opened;
      const entitled = isEntitled(actor, opened);
      const paper = entitled && row.state !== 'voided' ? await service.filled(opened) : null;
      const contents = await papers.contents(tx, id);
      const slips = entitled ? await papers.slips(tx, id) : [];
      const named = slips.some(({ addressee }) => namesProtected(caseFile, addressee));
      if (saysIdentities(opened) ? entitled : named && mayReadIdentities(actor, caseFile))
        await service.noteIdentityRead(actor, opened);
      return {
        ...(await this.line(tx, actor, row)),
        ...{
          caseFileId: row.caseFileId,
          citation: form.citation.text,
          audience: form.audience,
          size: row.size,
          sizes: form.sizes,
        },
        fields: entitled ? fieldViews(form, { typed: words.typed, values: paper?.values ?? {} }) : [],
        missing: paper?.missing ?? [],
        signing: {
          by: form.signing.by,
          capacities: form.signing.capacities,
          seal: form.signing.seal,
          basis: form.signing.basis.text,
        },
        signer: words.signer ? { fullName: words.signer.fullName, capacity: words.signer.capacity } : null,
        comment: words.comment ?? null,
        contents: contents.map(({ kind, sha256, sizeBytes, madeFrom, signature }) => ({
          ...{ kind, sizeBytes, madeFrom, signature },
          sha256: sha256.toString('hex'),
        })),
        slips: await Promise.all(slips.map((slip) => this.slip(actor, caseFile, slip))),
        addressees: form.addressees.filter((key) => key !== 'file').map((key) => ({ key, title: ADDRESSEES[key] })),
      };
    });
  }

  /** One slip for each addressee: nobody reads who else was written to. */
  putSlip(actor: Actor, paperId: string, slip: SlipInput): Promise<void> {
    mustMay(actor, 'issue');
    const { papers, seal, service } = this.parts;
    return papers.run(actor, async (tx) => {
      const { row, form, caseFile } = await service.open(tx, paperId, { lock: true });
      if (row.state !== 'issued')
        throw wrongState(row.state === 'signed' ? 'approved' : row.state, 'chỉ gửi văn bản đã phát hành');
      if (!form.addressees.includes(slip.addressee) || slip.addressee === 'file')
        throw invalid(
          'PAPER.ADDRESSEE',
          `Văn bản này không gửi cho “${ADDRESSEES[slip.addressee] ?? slip.addressee}”. Căn cứ: ${form.citation.text}.`,
        );
      if (slip.deliveredOn && (!slip.sentOn || slip.deliveredOn < slip.sentOn))
        throw invalid('PAPER.DELIVERY_DAY', 'Ngày nhận không trước ngày gửi.');
      const before = await papers.slips(tx, paperId);
      const same = before.find(({ id, addressee }) =>
        slip.id ? id === slip.id : addressee === slip.addressee && slip.addressee !== 'related',
      );
      if (slip.id && !same) throw invalid('PAPER.SLIP_UNKNOWN', 'Không có phiếu gửi này.');
      const id = same?.id ?? randomUUID();
      const { addressee, channel, sentOn, deliveredOn } = slip;
      const kept = same && this.isHidden(actor, caseFile, same) ? await seal.openSlip(same) : null;
      const sealed = await seal.slip(id, unmasked(slip, kept));
      await papers.putSlip(tx, actor, { id, paperId, addressee, channel, sentOn, deliveredOn, ...sealed });
      await papers.record(tx, actor, row.caseFileId, {
        type: 'PAPER_SENT',
        facts: { paperId, form: row.form, addressee, channel, sentOn, deliveredOn },
      });
    });
  }

  register(actor: Actor, { agencyId, year }: { readonly agencyId: AgencyId; readonly year: number }) {
    return this.parts.papers.run(actor, async (tx) => {
      const rows = await this.parts.papers.register(tx, agencyId, year);
      const lines = [];
      for (const row of rows) {
        const form = row.form ? formVersions(row.form).at(-1) : undefined;
        lines.push({
          ...row,
          title: row.form ? (form?.title ?? row.form) : 'Văn bản của hồ sơ được bảo vệ',
          stateTitle: PAPER_STATES[row.state],
          addressees: (form?.addressees ?? []).map((key) => ADDRESSEES[key]),
          reason: await this.whyVoided(tx, row),
        });
      }
      return lines;
    });
  }

  /** A voided number keeps its reason; of a file the reader does not see only the number is known. */
  private async whyVoided(tx: Tx, { id, state }: RegisterLine): Promise<string | null> {
    const row = state === 'voided' && id ? await this.parts.papers.find(tx, id) : null;
    return row ? ((await this.parts.seal.open(row)).comment ?? null) : null;
  }

  /** Mục lục hồ sơ: what lies in the file, with page numbers that run through. */
  index(actor: Actor, caseFileId: CaseFileId): Promise<readonly IndexLine[]> {
    return this.parts.papers.run(actor, async (tx) => {
      if (!(await this.parts.papers.caseFile(tx, caseFileId))) throw caseFileNotFound();
      return numberedPages(await this.parts.papers.filed(tx, caseFileId));
    });
  }

  countPages(
    actor: Actor,
    caseFileId: CaseFileId,
    pages: readonly { readonly ref: string; readonly pages: number }[],
  ): Promise<void> {
    mustMay(actor, 'draft');
    return this.parts.papers.run(actor, async (tx) => {
      const known = new Set((await this.parts.papers.filed(tx, caseFileId)).map(({ ref }) => ref));
      if (pages.some(({ ref }) => !known.has(ref)))
        throw invalid('PAPER.INDEX_UNKNOWN', 'Có tài liệu không nằm trong hồ sơ này.');
      await this.parts.papers.countPages(tx, caseFileId, pages);
    });
  }

  private isHidden(actor: Actor, caseFile: PaperCase, { addressee }: Pick<SlipRow, 'addressee'>): boolean {
    return namesProtected(caseFile, addressee) && !mayReadIdentities(actor, caseFile);
  }

  private async slip(actor: Actor, caseFile: PaperCase, row: SlipRow): Promise<SlipView> {
    const addressee = row.addressee as Addressee;
    const { id, channel, sentOn, deliveredOn } = row;
    const words = this.isHidden(actor, caseFile, row) ? HIDDEN : await this.parts.seal.openSlip(row);
    return { id, addressee, addresseeTitle: ADDRESSEES[addressee], channel, sentOn, deliveredOn, ...words };
  }

  private async line(tx: Tx, actor: Actor, row: PaperRow): Promise<PaperLine> {
    const form = formVersion(row.form, row.formFrom);
    const contents = await this.parts.papers.contents(tx, row.id);
    const hasSignedCopy = contents.some(({ kind }) => kind === 'signed');
    const waiting = form.byCitizen
      ? (['edit', 'void'] as const)
      : row.state === 'draft' && isSignedByHand(form)
        ? (['edit', 'sign', 'void'] as const)
        : (WAITING[row.state] ?? []);
    const canSign = waiting.includes('sign' as never) && (await this.maySign(tx, actor, row));
    return {
      ...{ id: row.id, form: row.form, title: form.title, state: row.state, stateTitle: PAPER_STATES[row.state] },
      ...{ rev: row.rev, number: row.numberLabel, issuedOn: row.issuedOn, hasSignedCopy },
      actions: waiting.filter((action: PaperAction) => {
        const needed = NEEDS[action];
        if (action === 'uploadSigned' && hasSignedCopy) return false;
        return needed === 'sign' ? canSign : may(actor, needed);
      }),
    };
  }

  private async maySign(tx: Tx, actor: Actor, row: PaperRow): Promise<boolean> {
    const person = await this.parts.papers.colleague(tx, actor.userId);
    const caseFile = await this.parts.papers.caseFile(tx, row.caseFileId);
    if (!person || !caseFile) return false;
    try {
      signerFor(formVersion(row.form, row.formFrom), { actor, person, caseFile });
      return true;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  }
}

function fieldViews(
  form: FormDefinition,
  {
    typed,
    values,
  }: { readonly typed: TypedValues; readonly values: Readonly<Record<string, PaperFieldView['value']>> },
): PaperFieldView[] {
  return fieldsOf(form)
    .filter(({ from }) => from === 'officer')
    .map((field) => ({
      name: field.name,
      kind: isList(field)
        ? ('list' as const)
        : 'long' in field && field.long
          ? ('longText' as const)
          : ('text' as const),
      optional: 'optional' in field && field.optional === true,
      help: ('help' in field ? field.help : undefined) ?? null,
      items: isList(field) ? field.items : [],
      value: typed[field.name] ?? values[field.name] ?? null,
    }));
}
