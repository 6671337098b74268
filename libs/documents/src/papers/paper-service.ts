import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/access';
import { type CaseFileId, dayOf, type LocalDate } from '#libs/shared';
import { caseFileNotFound, type OpenPaperRows, paperAgency, type PaperReader } from '../data/index.js';
import type { FormDefinition } from '../form.js';
import { fill, type FilledPaper, numberSuffix, type TypedValues, withNumber } from '../rendering/index.js';
import { startOf } from './file-index.js';
import { invalid, paperMoved, paperNotFound, paperSigned, wrongState } from './errors.js';
import { formOn, formVersion, isAllowedIn } from './forms-of.js';
import { mustBePdf, signatureIn } from './pdf-facts.js';
import type { PaperPrinter, PrintedPaper } from './paper-printer.js';
import { commitTo, type PaperSeal, type PaperWords } from './paper-words.js';
import type { PaperCase, PaperChange, PaperContent, PaperRecord, PaperRow, Papers, Tx } from './papers.js';
import { isSignedByHand, mustBeEntitled, mustMay, saysIdentities, signerFor } from './signing-rules.js';
import { cleanTyped } from './typed-values.js';

export interface PaperServiceParts {
  readonly papers: Papers;
  readonly reader: PaperReader;
  readonly seal: PaperSeal;
  readonly printer: PaperPrinter;
  /** Code of the receipt, printed behind the address of the agency's status page (`settings.paper.statusPage`). */
  readonly lookupCode?: (petitionId: string) => Promise<string>;
}
export interface DraftCommand {
  readonly caseFileId: CaseFileId;
  readonly form: string;
  readonly taskId?: string;
  readonly typed?: TypedValues;
  readonly size?: 'A4' | 'A5';
  readonly idempotencyKey?: string;
}
/** A paper and the revision the sender has seen. */
export interface PaperRef {
  readonly id: string;
  readonly rev: number;
}
interface Opened {
  readonly tx: Tx;
  readonly row: PaperRow;
  readonly form: FormDefinition;
  readonly caseFile: PaperCase;
  readonly words: PaperWords;
  readonly today: LocalDate;
}

/** Drafting, submitting, approving, signing and issuing: separate acts, each by who may do it, each written in the ledger. */
export class PaperService {
  constructor(private readonly parts: PaperServiceParts) {}

  /** @returns id of the draft; the same one for the same idempotency key. */
  draft(actor: Actor, command: DraftCommand): Promise<string> {
    return this.parts.papers.run(actor, (tx) => this.draftIn(tx, actor, command));
  }

  /** Inside the caller's transaction, whose actor is already set. */
  async draftIn(tx: Tx, actor: Actor, command: DraftCommand): Promise<string> {
    mustMay(actor, 'draft');
    const { papers, seal } = this.parts;
    const { caseFileId, form: code, taskId, typed = {}, size, idempotencyKey: key } = command;
    const hash = await seal.request({ caseFileId, form: code, taskId, typed, size });
    const before = key ? await papers.answered(tx, actor, key) : null;
    if (before) {
      if (before.hash.equals(hash)) return before.paperId;
      throw invalid('HTTP.IDEMPOTENCY_KEY_REUSED', 'Khóa chống gửi trùng này đã dùng cho một yêu cầu khác.');
    }
    const { caseFile, today } = await this.caseOf(tx, caseFileId);
    const form = formOn(code, today);
    if (!isAllowedIn(code, caseFile.procedure))
      throw invalid(
        'PAPER.NOT_OF_PROCEDURE',
        `“${form.title}” không thuộc thủ tục của hồ sơ này. Căn cứ: ${form.citation.text}.`,
      );
    const task = (await papers.tasks(tx, caseFileId)).find((one) => (taskId ? one.id === taskId : one.form === code));
    if (taskId && task?.form !== code)
      throw invalid('PAPER.TASK_UNKNOWN', 'Việc soạn văn bản này không còn hoặc là của văn bản khác.');
    const id = randomUUID();
    await papers.insert(tx, {
      ...{ id, caseFileId, agencyId: caseFile.agencyId, form: code, formFrom: form.validFrom },
      ...{ size: sizeOf(form, size), taskId: task?.id ?? null, orderedBy: task?.orderedBy ?? null },
      ...(await seal.words(id, {
        typed: { ...startOf(code, await this.filedFor(tx, command)), ...cleanTyped(form, typed) },
      })),
      draftedBy: actor.userId,
    });
    if (key) await papers.answer(tx, actor, { key, hash, paperId: id });
    return id;
  }

  edit(
    actor: Actor,
    ref: PaperRef,
    change: { readonly typed: TypedValues; readonly size?: 'A4' | 'A5' },
  ): Promise<void> {
    mustMay(actor, 'draft');
    return this.change(actor, ref, async ({ row, form, words }) => {
      if (row.state !== 'draft') throw wrongState(row.state, 'chỉ sửa được khi đang soạn');
      const typed = { ...words.typed, ...cleanTyped(form, change.typed) };
      return { change: { size: sizeOf(form, change.size ?? row.size) }, words: { ...words, typed } };
    });
  }

  submit(actor: Actor, ref: PaperRef): Promise<void> {
    mustMay(actor, 'submit');
    return this.change(actor, ref, async (opened) => {
      const { row, form } = opened;
      if (row.state !== 'draft') throw wrongState(row.state, 'chỉ trình ký được khi đang soạn');
      if (form.byCitizen)
        throw invalid('PAPER.BY_CITIZEN', 'Giấy tờ này do công dân viết và ký, cơ quan không trình ký.');
      mustBeEntitled(actor, opened);
      mustBeComplete(await this.filled(opened));
      const { comment: _settled, ...words } = opened.words;
      return { change: { state: 'submitted', act: 'submitted' }, words, record: 'PAPER_SUBMITTED' };
    });
  }

  approve(actor: Actor, ref: PaperRef): Promise<void> {
    mustMay(actor, 'approve');
    return this.change(actor, ref, async ({ row }) => {
      if (row.state !== 'submitted') throw wrongState(row.state, 'chỉ duyệt được văn bản đã trình');
      return { change: { state: 'approved', act: 'approved' }, record: 'PAPER_APPROVED' };
    });
  }

  giveBack(actor: Actor, ref: PaperRef, comment: string): Promise<void> {
    mustMay(actor, 'approve');
    return this.change(actor, ref, async ({ row, words }) => {
      if (row.state !== 'submitted' && row.state !== 'approved')
        throw wrongState(row.state, 'chỉ trả lại được văn bản đã trình');
      return { change: { state: 'draft' }, words: { ...words, comment }, record: 'PAPER_RETURNED' };
    });
  }

  /** Freezes every value: what was signed is never read from the file again. */
  sign(actor: Actor, ref: PaperRef): Promise<void> {
    return this.change(actor, ref, async (opened) => {
      const { tx, row, form, caseFile, today } = opened;
      const person = await this.parts.papers.colleague(tx, actor.userId);
      if (!person) throw paperNotFound();
      // Who may never sign hears so, whatever the state of the paper.
      const signer = signerFor(form, { actor, person, caseFile });
      const ready = row.state === 'approved' || (row.state === 'draft' && isSignedByHand(form) && !form.byCitizen);
      if (!ready) throw wrongState(row.state, 'chỉ ký được văn bản đã duyệt');
      mustBeEntitled(actor, opened);
      const inForce = formOn(row.form, today);
      const paper = await this.filled({ ...opened, form: inForce, words: { ...opened.words, signer } });
      mustBeComplete(paper);
      const { salt, sha256 } = commitTo(paper);
      const template = await this.parts.printer.templateFor(tx, inForce, { agencyId: row.agencyId, day: today });
      return {
        change: {
          ...{ state: 'signed', act: 'signed', capacity: signer.capacity },
          ...{ formFrom: inForce.validFrom, templateId: template?.id ?? null },
        },
        words: { ...opened.words, signer, frozen: paper.values, salt },
        record: 'PAPER_SIGNED',
        facts: { capacity: signer.capacity, text: { sha256 } },
      };
    });
  }

  /** Number and day are given, the copy is kept, the drafting task is done. `number` comes from the document system. */
  issue(actor: Actor, ref: PaperRef, typedNumber?: string): Promise<void> {
    mustMay(actor, 'issue');
    return this.change(actor, ref, async (opened) => {
      const { tx, row, form, words, today } = opened;
      if (row.state === 'issued') throw paperSigned();
      if (row.state !== 'signed' || !words.frozen) throw wrongState(row.state, 'chỉ phát hành được văn bản đã ký');
      const number = await this.numberFor(opened, typedNumber);
      const paper = withNumber({ form, values: words.frozen, missing: [] }, number?.numberLabel ?? null, today);
      const template = row.templateId
        ? ((await this.parts.papers.templates(tx, row.agencyId)).find(({ id }) => id === row.templateId) ?? null)
        : null;
      const bytes = await this.parts.printer.docx(paper, { size: row.size, template });
      const { sha256 } = await this.parts.printer.keep(tx, actor, {
        paperId: row.id,
        kind: 'docx',
        bytes,
        madeFrom: 'template',
      });
      if (row.taskId) await this.parts.papers.closeTask(tx, actor, row.taskId);
      return {
        change: { state: 'issued', act: 'issued', issuedOn: today, ...number },
        words: { ...words, frozen: paper.values },
        record: 'PAPER_ISSUED',
        facts: { number: number?.numberLabel ?? null, sha256: sha256.toString('hex') },
      };
    });
  }

  /** A voided number stays in the register with its reason. */
  voidPaper(actor: Actor, ref: PaperRef, reason: string): Promise<void> {
    mustMay(actor, 'issue');
    return this.change(actor, ref, async ({ row, words }) => {
      if (row.state === 'voided') throw wrongState(row.state, 'văn bản này đã hủy rồi');
      return {
        change: { state: 'voided', act: 'voided' },
        words: { ...words, comment: reason },
        record: 'PAPER_VOIDED',
        facts: { number: row.numberLabel },
      };
    });
  }

  /** The signed PDF, kept byte for byte; there is one. */
  async keepSigned(actor: Actor, id: string, bytes: Buffer): Promise<void> {
    mustMay(actor, 'issue');
    mustBePdf(bytes);
    const { papers, printer } = this.parts;
    await papers.run(actor, async (tx) => {
      const { row } = await this.open(tx, id, { lock: true });
      if (row.state !== 'signed' && row.state !== 'issued')
        throw wrongState(row.state, 'chỉ nhận bản đã ký của văn bản đã ký');
      const { kept, sha256 } = await printer.keep(tx, actor, {
        ...{ paperId: id, kind: 'signed', bytes, madeFrom: 'upload' },
        signature: signatureIn(bytes),
      });
      if (!kept) throw paperSigned();
      await this.record(tx, actor, row, { type: 'PAPER_SIGNED_COPY', facts: { sha256: sha256.toString('hex') } });
    });
  }

  /** Bytes of a paper: the kept copy where there is one, else made from the file as it stands. */
  async content(
    actor: Actor,
    id: string,
    kind: PaperContent['kind'],
  ): Promise<PrintedPaper & { readonly name: string }> {
    const { papers, printer } = this.parts;
    const found = await papers.run(actor, async (tx) => {
      const opened = await this.open(tx, id);
      mustBeEntitled(actor, opened);
      const contents = await papers.contents(tx, id);
      const kept = contents.find((one) => one.kind === kind);
      const issued = contents.find((one) => one.kind === 'docx');
      const template =
        opened.row.templateId || opened.words.frozen
          ? ((await papers.templates(tx, opened.row.agencyId)).find(({ id: one }) => one === opened.row.templateId) ??
            null)
          : await printer.templateFor(tx, opened.form, { agencyId: opened.row.agencyId, day: opened.today });
      const paper = kept ? null : await this.filled(opened);
      if (saysIdentities(opened)) await this.noteIdentityRead(actor, opened);
      return { opened, kept, issued, template, paper };
    });
    const { row } = found.opened;
    const name = [row.form, row.numberLabel?.replaceAll('/', '-')].filter(Boolean).join('_');
    if (found.kept) return { bytes: await printer.read(found.kept), madeFrom: found.kept.madeFrom, name };
    if (kind === 'signed' || !found.paper) throw paperNotFound();
    const docx = found.issued
      ? await printer.read(found.issued)
      : await printer.docx(found.paper, { size: row.size, template: found.template });
    if (kind === 'docx') return { bytes: docx, madeFrom: 'template', name };
    const pdf = await printer.pdf(found.paper, docx, row.size);
    if (!found.issued) return { ...pdf, name };
    // The first PDF of an issued paper is its PDF for good.
    await papers.run(actor, (tx) => printer.keep(tx, actor, { paperId: id, kind: 'pdf', ...pdf }));
    return this.content(actor, id, 'pdf');
  }

  /** What opens a paper: row, words, form; used by the views too. */
  async open(tx: Tx, id: string, options?: { readonly lock: boolean }): Promise<Opened> {
    const row = await this.parts.papers.find(tx, id, options);
    if (!row) throw paperNotFound();
    const { caseFile, today } = await this.caseOf(tx, row.caseFileId);
    const words = await this.parts.seal.open(row);
    return { tx, row, caseFile, words, today, form: formVersion(row.form, row.formFrom) };
  }

  async filled({ tx, row, form, words }: Opened): Promise<FilledPaper> {
    if (words.frozen) return { form, values: words.frozen, missing: [] };
    const officer = await this.parts.papers.colleague(tx, row.draftedBy);
    const { subject, rows } = await this.parts.reader.read(tx, {
      ...{ caseFileId: row.caseFileId, form, orderedBy: row.orderedBy },
      officer: officer && { fullName: officer.fullName, title: officer.title },
    });
    return fill(subject, words.typed, { signer: words.signer ?? null, lookup: await this.lookup(rows) });
  }

  /** Nothing of a protected file leads to its status: that asks for a secret of its own. */
  private async lookup({ agency, petitionId, visibleTo }: OpenPaperRows): Promise<string | null> {
    const page = (agency.settings['paper'] as { readonly statusPage?: unknown } | undefined)?.statusPage;
    if (typeof page !== 'string' || visibleTo !== null || !this.parts.lookupCode) return null;
    return `${page}${await this.parts.lookupCode(petitionId)}`;
  }

  private filedFor(tx: Tx, { form, caseFileId }: DraftCommand) {
    return /^FILE\./u.test(form) ? this.parts.papers.filed(tx, caseFileId) : Promise.resolve([]);
  }

  private async numberFor({ tx, row, form, today }: Opened, typed?: string) {
    if (form.numberKind === undefined) return null;
    const { papers, reader } = this.parts;
    const year = Number(today.slice(0, 4));
    const place = { agencyId: row.agencyId, year, kind: form.numberKind };
    if (typed !== undefined) {
      if (await papers.isNumberTaken(tx, { ...place, label: typed }))
        throw invalid('PAPER.NUMBER_TAKEN', `Số ${typed} đã dùng cho một văn bản khác trong năm.`);
      return { numberLabel: typed, numberYear: year, numberKind: form.numberKind, numberSeq: null };
    }
    const agency = paperAgency(
      (await reader.read(tx, { caseFileId: row.caseFileId, form: openForm(form), orderedBy: null, officer: null })).rows
        .agency,
    );
    for (;;) {
      const numberSeq = await papers.takeNumber(tx, place);
      const numberLabel = `${String(numberSeq).padStart(2, '0')}/${numberSuffix(form, agency)}`;
      // A number typed in from the document system is passed over.
      if (!(await papers.isNumberTaken(tx, { ...place, label: numberLabel })))
        return { numberLabel, numberYear: year, numberKind: form.numberKind, numberSeq };
    }
  }

  async caseOf(tx: Tx, id: CaseFileId): Promise<{ readonly caseFile: PaperCase; readonly today: LocalDate }> {
    const caseFile = await this.parts.papers.caseFile(tx, id);
    if (!caseFile) throw caseFileNotFound();
    return { caseFile, today: dayOf(await this.parts.papers.now(tx)) };
  }

  private async change(
    actor: Actor,
    { id, rev }: PaperRef,
    decide: (opened: Opened) => Promise<{
      readonly change: PaperChange;
      readonly words?: PaperWords;
      readonly record?: PaperRecord;
      readonly facts?: Readonly<Record<string, string | null | { readonly sha256: string }>>;
    }>,
  ): Promise<void> {
    await this.parts.papers.run(actor, async (tx) => {
      const opened = await this.open(tx, id, { lock: true });
      const { change, words, record, facts = {} } = await decide(opened);
      if (opened.row.rev !== rev) throw paperMoved(opened.row.rev);
      const sealed = words ? await this.parts.seal.words(id, words) : {};
      await this.parts.papers.change(tx, actor, opened.row, { ...change, ...sealed });
      if (record) await this.record(tx, actor, opened.row, { type: record, facts });
    });
  }

  private record(
    tx: Tx,
    actor: Actor,
    row: PaperRow,
    {
      type,
      facts,
    }: {
      readonly type: PaperRecord;
      readonly facts: Readonly<Record<string, string | null | { readonly sha256: string }>>;
    },
  ): Promise<void> {
    return this.parts.papers.record(tx, actor, row.caseFileId, {
      type,
      facts: { paperId: row.id, form: row.form, ...facts },
    });
  }

  /** Whoever reads identities of a protected file in a paper or on its slips is written down. */
  async noteIdentityRead(actor: Actor, { tx, row }: Opened): Promise<void> {
    await this.record(tx, actor, row, { type: 'PAPER_IDENTITY_READ', facts: {} });
  }
}

const sizeOf = (form: FormDefinition, asked: 'A4' | 'A5' | undefined): 'A4' | 'A5' => {
  if (asked && !form.sizes.includes(asked)) throw invalid('PAPER.SIZE', `Văn bản này in khổ ${form.sizes.join(', ')}.`);
  return asked ?? form.sizes[0] ?? 'A4';
};

function mustBeComplete({ missing }: FilledPaper): void {
  if (missing.length > 0)
    throw invalid('PAPER.INCOMPLETE', `Còn phải nhập: ${missing.map((name) => `“${name}”`).join(', ')}.`);
}

/** The same form, asked for its open part alone. */
const openForm = (form: FormDefinition): FormDefinition => ({ ...form, audience: 'anyone', fields: [] });
