import { RelatedFiles, type CaseRow, type NewGrant, type NewLink, type Place, type Revocation } from '#libs/casework';
import type { LedgerEvent } from '#libs/audit';
import type { CaseLink } from '#libs/procedure';
import type { AgencyId, CaseFileId, PetitionId, Role, UserId } from '#libs/shared';
import type { MemoryDatabase } from './memory-ports.js';

export type GrantTableRow = NewGrant & { revokedBy: string | null; revokedAt: string | null };
export interface SightTableRow {
  readonly petitionId: PetitionId;
  readonly caseId: CaseFileId | null;
  readonly agencyId: AgencyId;
}

const HEADS: readonly Role[] = ['chairman', 'provinceChairman'];
const RANKS = ['unit', 'commune', 'department', 'province'];
const byOpening = (a: CaseRow, b: CaseRow): number => a.openedOn.localeCompare(b.openedOn) || a.id.localeCompare(b.id);

/** What migration 0040 does to the tables, done to maps. */
export class MemoryRelatedFiles extends RelatedFiles {
  constructor(private readonly db: MemoryDatabase) {
    super();
  }

  override async lock(_tx: object, caseId: CaseFileId) {
    return { row: this.file(caseId), now: this.db.now };
  }

  override async place(_tx: object, agencyId: AgencyId, of: PetitionId): Promise<Place | null> {
    const agency = this.db.reference.agencies.get(agencyId);
    if (!agency) return null;
    const { id, provinceId, remote, audience } = agency;
    const petition = this.db.tables.petitions.get(of);
    const home = petition && this.db.reference.agencies.get(petition.agencyId);
    const way =
      petition?.pastHead && home && RANKS.indexOf(agency.level) <= RANKS.indexOf(home.level) ? 'head' : 'usual';
    const heads = this.db.reference.actors.filter(({ roles }) => roles.some((role) => HEADS.includes(role)));
    const resolved = heads.some(({ userId }) => audience[way].includes(userId));
    return { agencyId: id, provinceId, remote, audience: audience[way], resolved };
  }

  override async relatives(_tx: object, caseId: CaseFileId, to: 'parent' | 'children' | CaseLink) {
    const { cases, links } = this.db.tables;
    if (to === 'parent') {
      const parent = this.file(caseId).parentCaseId;
      return parent === null ? [] : [parent];
    }
    const ids =
      to === 'children'
        ? [...cases.values()].filter(({ parentCaseId }) => parentCaseId === caseId).map(({ id }) => id)
        : links
            .filter(({ kind, fromCase, toCase }) => kind === to && [fromCase, toCase].includes(caseId))
            .map(({ fromCase, toCase }) => (fromCase === caseId ? toCase : fromCase));
    return [...new Set(ids)]
      .map((id) => this.file(id))
      .sort(byOpening)
      .map(({ id }) => id);
  }

  override async exists(_tx: object, caseId: CaseFileId): Promise<boolean> {
    return this.db.tables.cases.has(caseId);
  }

  override async link(_tx: object, link: NewLink): Promise<void> {
    const { links } = this.db.tables;
    const same = (one: NewLink) =>
      one.fromCase === link.fromCase && one.toCase === link.toCase && one.kind === link.kind;
    if (!links.some(same)) links.push(link);
  }

  override async activeUsers(_tx: object, users: readonly UserId[]): Promise<readonly UserId[]> {
    return this.db.reference.actors
      .map(({ userId }) => userId)
      .filter((id) => users.includes(id))
      .sort((a, b) => a - b);
  }

  override async record(_tx: object, events: readonly LedgerEvent[]): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    this.db.tables.log(events);
    this.change(last.caseId, { seq: last.seq, headHash: last.hash });
  }

  override async share(_tx: object, caseId: CaseFileId, people: readonly UserId[]): Promise<void> {
    const { petitionId, visibleTo } = this.file(caseId);
    if (visibleTo === null) return;
    this.change(caseId, { visibleTo: people });
    this.changeDeadlines(caseId, () => ({ visibleTo: people }));
    this.changeTasks(caseId, () => ({ visibleTo: people }));
    this.reshare(petitionId, { gained: people, lost: visibleTo });
  }

  override async sharePetition(_tx: object, petitionId: PetitionId, people: readonly UserId[]): Promise<void> {
    this.reshare(petitionId, { gained: people, lost: [] });
  }

  override async showPetition(_tx: object, petitionId: PetitionId, agencyId: AgencyId): Promise<void> {
    this.see({ petitionId, caseId: null, agencyId });
  }

  override async grant(_tx: object, grants: readonly NewGrant[]): Promise<void> {
    for (const one of grants) this.db.tables.grants.push({ ...one, revokedBy: null, revokedAt: null });
  }

  override async granted(_tx: object, caseId: CaseFileId): Promise<readonly NewGrant[]> {
    return this.db.tables.grants
      .filter((one) => one.caseId === caseId && one.revokedAt === null)
      .map(({ revokedBy: _by, revokedAt: _at, ...grant }) => grant);
  }

  override async revoke(_tx: object, { caseId, userId, revokedBy, revokedAt }: Revocation): Promise<void> {
    for (const one of this.db.tables.grants)
      if (one.caseId === caseId && one.userId === userId && one.revokedAt === null)
        Object.assign(one, { revokedBy, revokedAt });
  }

  override async move(
    _tx: object,
    caseId: CaseFileId,
    { agencyId, people }: { agencyId: AgencyId; people: readonly UserId[] },
  ): Promise<void> {
    const before = this.file(caseId);
    const { provinceId } = this.db.reference.agencies.get(agencyId)!;
    this.change(caseId, { agencyId, provinceId, assigneeId: null, moved: true });
    this.changeDeadlines(caseId, (row) => (row.closedAt === null ? { agencyId, provinceId, assigneeId: null } : {}));
    this.changeTasks(caseId, () => ({ agencyId, assigneeId: null }));
    if (before.visibleTo !== null) return this.share(_tx, caseId, people);
    this.see({ petitionId: before.petitionId, caseId, agencyId: before.agencyId });
    this.see({ petitionId: before.petitionId, caseId: null, agencyId });
  }

  private file(id: CaseFileId): CaseRow {
    const row = this.db.tables.cases.get(id);
    if (!row) throw new Error(`No file ${id}`);
    return row;
  }

  private change(id: CaseFileId, columns: Partial<CaseRow>): void {
    this.db.tables.cases.set(id, { ...this.file(id), ...columns });
  }

  private changeDeadlines(
    id: CaseFileId,
    columns: (row: {
      closedAt: string | null;
    }) => Partial<Pick<CaseRow, 'agencyId' | 'provinceId' | 'visibleTo' | 'assigneeId'>>,
  ): void {
    const rows = this.db.tables.deadlines.get(id);
    for (const [key, row] of rows ?? []) rows?.set(key, { ...row, ...columns(row) });
  }

  /** No work of a history made in memory is done. */
  private changeTasks(
    id: CaseFileId,
    columns: () => Partial<Pick<CaseRow, 'agencyId' | 'visibleTo' | 'assigneeId'>>,
  ): void {
    for (const task of this.db.tables.tasks) if (task.caseId === id) Object.assign(task, columns());
  }

  private reshare(id: PetitionId, { gained, lost }: { gained: readonly UserId[]; lost: readonly UserId[] }): void {
    const { petitions, petitioners, cases } = this.db.tables;
    const petition = petitions.get(id);
    if (!petition?.visibleTo) return;
    const named = new Set([...cases.values()].flatMap((row) => (row.petitionId === id ? (row.visibleTo ?? []) : [])));
    const visibleTo = [...new Set([...petition.visibleTo, ...gained])]
      .filter((user) => !lost.includes(user) || named.has(user))
      .sort((a, b) => a - b);
    petitions.set(id, { ...petition, visibleTo });
    petitioners.forEach((row, at) => {
      if (row.petitionId === id) petitioners[at] = { ...row, visibleTo };
    });
  }

  private see(sight: SightTableRow): void {
    const { sights } = this.db.tables;
    const known = sights.some(
      (one) => one.petitionId === sight.petitionId && one.caseId === sight.caseId && one.agencyId === sight.agencyId,
    );
    if (!known) sights.push(sight);
  }
}
