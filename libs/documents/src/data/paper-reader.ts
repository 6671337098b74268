import { type KeyVault, Sealer } from '#libs/identity';
import { AppError, type CaseFileId, type JsonObject } from '#libs/shared';
import type { FormDefinition, OpenPaperData, PaperData, PaperPerson } from '../form.js';
import type { Subject } from '../rendering/index.js';
import { paperAgency } from './paper-agency.js';
import type { IdentityRows, OpenPaperRows, PaperSources, PersonRow, SealedColumns } from './paper-sources.js';

export interface PaperRequest {
  readonly caseFileId: CaseFileId;
  readonly form: FormDefinition;
  /** Event that ordered the paper; its words and findings are the paper's. */
  readonly orderedBy: string | null;
  readonly officer: OpenPaperData['officer'];
}

export const caseFileNotFound = (): AppError =>
  new AppError({
    code: 'CASEWORK.CASE_NOT_FOUND',
    status: 404,
    title: 'Không tìm thấy hồ sơ',
    detail: 'Hồ sơ không có hoặc không thuộc phạm vi được xem.',
  });

/** Latest of each key: later rows win. */
const latest = <Row, Value>(rows: readonly Row[], of: (row: Row) => readonly [string, Value]): Record<string, Value> =>
  Object.fromEntries(rows.map(of));

/** Fills the data type of a form from rows. For a form that anyone may get it never asks for identities. */
export class PaperReader {
  private readonly sealer: Sealer;

  constructor(
    private readonly sources: PaperSources,
    vault: KeyVault,
  ) {
    this.sealer = new Sealer(vault);
  }

  /** @throws AppError 404 outside the actor's scope. */
  async read(
    tx: object,
    { caseFileId, form, orderedBy, officer }: PaperRequest,
  ): Promise<{ readonly rows: OpenPaperRows; readonly subject: Subject }> {
    const rows = await this.sources.open(tx, caseFileId, orderedBy);
    if (!rows) throw caseFileNotFound();
    const data = await this.openData(rows, officer);
    if (form.audience === 'anyone') return { rows, subject: { form, data } };
    const identities = await this.sources.identities(tx, rows.petitionId);
    if (!identities) throw caseFileNotFound();
    return { rows, subject: { form, data: { ...data, ...(await this.identityData(identities)) } } };
  }

  private async openData(rows: OpenPaperRows, officer: OpenPaperData['officer']): Promise<OpenPaperData> {
    const { registerLabel, receivedOn, field, petitionerCount, challengedDecision } = rows;
    const instance = rows.facts['instance'];
    const texts: Record<string, string> = {};
    for (const { eventId, field: name, text, sealed, sealedKey } of rows.texts)
      texts[name] =
        sealed && sealedKey
          ? (
              await this.sealer.openBytes(
                { table: 'event_text', recordId: `event_text/${eventId}/${name}` },
                { sealed, sealedKey },
              )
            ).toString('utf8')
          : (text ?? '');
    return {
      agency: paperAgency(rows.agency),
      signedOn: null,
      number: null,
      procedure: rows.procedure,
      instance: instance === 'second' ? 'second' : /complaint/u.test(rows.procedure) ? 'first' : null,
      petition: { registerLabel, receivedOn, field, petitionerCount, challengedDecision },
      facts: rows.facts,
      texts,
      earlier: latest(rows.earlier, ({ form, number, signedOn }) => [form, { number, signedOn }]),
      deadlines: latest(rows.deadlines, ({ ruleId, startOn, dueOn }) => [ruleId, { startOn, dueOn }]),
      team: rows.team,
      officer,
    };
  }

  private async identityData({ petition, people }: IdentityRows): Promise<Omit<PaperData, keyof OpenPaperData>> {
    const words = await this.opened(petition, { table: 'petition', id: petition.id });
    const { forwarderKind: kind, forwarderName: name } = petition;
    return {
      content: textOf(words, 'content') ?? petition.content,
      respondent: textOf(words, 'respondent') ?? petition.respondent,
      forwarder: kind || name ? { kind: kind ?? '', name: name ?? '' } : null,
      petitioners: await Promise.all(people.map((person) => this.person(person))),
    };
  }

  private async person({ id, sealed, sealedKey, ...row }: PersonRow): Promise<PaperPerson> {
    const own = await this.opened({ sealed, sealedKey }, { table: 'petitioner', id });
    return {
      ordinal: row.ordinal,
      role: row.role,
      fullName: textOf(own, 'fullName') ?? row.fullName ?? '',
      address: textOf(own, 'address') ?? row.address,
      personalId: textOf(own, 'personalId') ?? row.personalId,
      personalIdKind: textOf(own, 'personalIdKind') ?? row.personalIdKind,
      phone: textOf(own, 'phone') ?? row.phone,
    };
  }

  private async opened(
    { sealed, sealedKey }: SealedColumns,
    { table, id }: { readonly table: 'petition' | 'petitioner'; readonly id: string },
  ): Promise<JsonObject> {
    return sealed && sealedKey ? this.sealer.open({ table, recordId: id }, { sealed, sealedKey }) : {};
  }
}

const textOf = (from: JsonObject, name: string): string | null => {
  const value = from[name];
  return typeof value === 'string' ? value : null;
};
