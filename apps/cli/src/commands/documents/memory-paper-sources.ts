import { type IdentityRows, type OpenPaperRows, PaperSources } from '#libs/documents';
import type { CaseFileId, JsonObject } from '#libs/shared';
import type { MemoryDatabase } from '../demo/bulk/memory-ports.js';

const isNumber = (value: unknown): value is number => typeof value === 'number';
const bytes = (hex: string | null): Buffer | null => (hex === null ? null : Buffer.from(hex.slice(2), 'hex'));

/** Rows of papers from tables in memory. */
export class MemoryPaperSources extends PaperSources {
  constructor(private readonly db: MemoryDatabase) {
    super();
  }

  override async open(_tx: object, id: CaseFileId, orderedBy: string | null): Promise<OpenPaperRows | null> {
    const { tables, reference } = this.db;
    const row = tables.cases.get(id);
    const petition = row && tables.petitions.get(row.petitionId);
    const agency = row && reference.agencies.get(row.agencyId);
    if (!row || !petition || !agency) return null;
    const parent = reference.agencies.get(agency.provinceId);
    const events = tables.events.filter(({ caseId }) => caseId === id);
    const ordering = events.find((event) => event.id === orderedBy);
    const facts: JsonObject = { ...tables.openings.get(id), ...row.knownFacts, ...ordering?.facts };
    const named = [row.assigneeId, facts['assigneeId']].filter(isNumber);
    return {
      caseFileId: id,
      petitionId: petition.id,
      ...{ agencyId: row.agencyId, provinceId: row.provinceId, visibleTo: row.visibleTo },
      agency: {
        name: agency.name,
        shortName: agency.name.replace('Ủy ban nhân dân', 'UBND'),
        level: agency.level,
        parentName: parent && parent.id !== agency.id ? parent.name : null,
        settings: agency.settings,
      },
      procedure: row.procedure,
      registerLabel: petition.registerLabel,
      receivedOn: petition.receivedOn,
      field: petition.field,
      petitionerCount: petition.petitionerCount,
      challengedDecision: petition.challengedDecision,
      facts,
      texts: tables.texts
        .filter(({ eventId }) => eventId === ordering?.id)
        .map(({ eventId, field, text, sealed, sealedKey }) => ({
          ...{ eventId, field, text },
          ...{ sealed: bytes(sealed), sealedKey: bytes(sealedKey) },
        })),
      earlier: [],
      deadlines: tables.deadlinesOf(id).map(({ ruleId, startOn, dueOn }) => ({ ruleId, startOn, dueOn })),
      team: reference.actors
        .filter(({ userId }) => named.includes(userId))
        .map(({ fullName }) => ({ fullName, title: 'Chuyên viên' })),
    };
  }

  override async identities(_tx: object, petitionId: string): Promise<IdentityRows | null> {
    const petition = [...this.db.tables.petitions.values()].find(({ id }) => id === petitionId);
    if (!petition) return null;
    const { id, content, respondent, forwarderKind, forwarderName, sealed, sealedKey } = petition;
    return {
      petition: { id, content, respondent, forwarderKind, forwarderName, sealed, sealedKey },
      people: this.db.tables.petitioners
        .filter((person) => person.petitionId === petition.id)
        .map((person) => ({
          ...{ id: person.id, ordinal: person.ordinal, role: person.role, fullName: person.fullName },
          ...{ address: person.address, personalId: person.personalId, personalIdKind: person.personalIdKind },
          ...{ phone: person.phone, sealed: person.sealed, sealedKey: person.sealedKey },
        })),
    };
  }
}
