import type { AgencyId, Role, UserId } from '#libs/shared';
import type { ClaimedCase, Colleague } from './model.js';

/** Whom to turn to when nobody holds a role, or its holder is away and has named nobody. */
const ABOVE: Partial<Record<Role, Role>> = {
  caseOfficer: 'unitHead',
  receptionist: 'unitHead',
  unitHead: 'chairman',
  chairman: 'provinceChairman',
};
const OF_PROVINCE: ReadonlySet<Role> = new Set(['provinceChairman']);
const LONGEST_DELEGATION = 4;

/** Accounts by id and by place and role, built once for a set of firings. */
export class Directory {
  private readonly byId: ReadonlyMap<UserId, Colleague>;
  private readonly byPlace = new Map<string, Colleague[]>();

  constructor(people: readonly Colleague[]) {
    this.byId = new Map(people.map((person) => [person.id, person]));
    for (const person of people)
      for (const role of person.roles) {
        const key = `${person.agencyId}/${role}`;
        const list = this.byPlace.get(key);
        if (list) list.push(person);
        else this.byPlace.set(key, [person]);
      }
  }

  /**
   * Who is told on behalf of a role about a case, as of the moment of firing: the officer who has the case now, the
   * delegate of someone who delegated, the next above where nobody is there. A denunciation is told to its named persons only.
   */
  recipients(role: Role, about: ClaimedCase): readonly UserId[] {
    if (about.visibleTo !== null) return about.visibleTo.filter((id) => this.byId.has(id));
    const holders = this.holders(role, about).flatMap((person) => this.standIn(person) ?? []);
    if (holders.length > 0) return [...new Set(holders)];
    const above = ABOVE[role];
    return above ? this.recipients(above, about) : [];
  }

  private holders(role: Role, { assigneeId, agencyId, provinceId }: ClaimedCase): readonly Colleague[] {
    if (role === 'caseOfficer') {
      const officer = assigneeId === null ? undefined : this.byId.get(assigneeId);
      return officer ? [officer] : [];
    }
    return this.at(OF_PROVINCE.has(role) ? provinceId : agencyId, role);
  }

  private at(agency: AgencyId, role: Role): readonly Colleague[] {
    return this.byPlace.get(`${agency}/${role}`) ?? [];
  }

  /** The person, or whoever acts for them; undefined when they are away and nobody does. */
  private standIn(person: Colleague): UserId | undefined {
    let one: Colleague | undefined = person;
    for (let i = 0; one && i < LONGEST_DELEGATION; i += 1) {
      if (one.delegateId === null) return one.absent ? undefined : one.id;
      one = this.byId.get(one.delegateId);
    }
    return undefined;
  }
}
