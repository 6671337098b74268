import fc from 'fast-check';
import {
  FORM_MARKS,
  type CaseFact,
  type CaseMarks,
  type Facts,
  type FormMore,
  type MarkedStep,
  type Period,
  type PetitionFact,
  type ReceivedBy,
  type VisitFact,
} from '#libs/reporting';
import { addDays, localDate, type AgencyId, type LocalDate, type PetitionType, type UserId } from '#libs/shared';

/** What happened to one petition, told plainly: forms are counted from it twice, by their tests and by hand. */
export interface Story {
  readonly id: string;
  readonly type: 'complaint' | 'denunciation' | 'feedback';
  readonly resendOf: string | null;
  readonly received: LocalDate;
  readonly field: string | null;
  readonly people: number;
  readonly eligible: boolean;
  readonly competent: boolean;
  readonly outsideMatter: string | null;
  /** The act that ends handling; `null`: nothing yet. */
  readonly act: string | null;
  readonly handled: LocalDate | null;
  readonly second: boolean;
  readonly ground: 'disagree' | 'overdue';
  readonly accepted: LocalDate | null;
  readonly resolved: LocalDate | null;
  readonly discontinued: 'WITHDRAWN' | 'SETTLED' | null;
  readonly conclusion: 'right' | 'wrong' | 'partlyRight';
  readonly due: LocalDate | null;
  readonly carryOut: LocalDate | null;
  readonly closed: LocalDate | null;
  readonly investigated: LocalDate | null;
}
export interface VisitStory {
  readonly id: string;
  readonly on: LocalDate;
  readonly people: number;
  readonly by: ReceivedBy | null;
  readonly first: string;
}
export interface Histories {
  readonly petitions: readonly Story[];
  readonly visits: readonly VisitStory[];
  readonly sessions: readonly { readonly id: string; readonly on: LocalDate; readonly by: ReceivedBy | null }[];
}

const START = localDate('2025-10-01');
const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays(START, n));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 4 });
const BY = ['desk', 'head', 'deputy', null] as const;
const FIELDS = ['Đất đai', 'Người có công', 'Cán bộ, công chức', 'Thái độ phục vụ', 'Y tế', 'Khác', null] as const;

const story = fc
  .record({
    type: fc.constantFrom('complaint' as const, 'denunciation' as const, 'feedback' as const),
    resendOf: maybe(fc.nat(60)),
    received: day,
    field: fc.constantFrom(...FIELDS),
    people: fc.integer({ min: 1, max: 9 }),
    eligible: fc.boolean(),
    competent: fc.boolean(),
    outsideMatter: fc.constantFrom(null, null, 'JUDICIAL', 'ENFORCEMENT', 'PARTY', 'SOE'),
    elsewhere: fc.nat(9),
    gone: fc.boolean(),
    handledAfter: maybe(fc.nat(40)),
    second: fc.boolean(),
    ground: fc.constantFrom('disagree' as const, 'overdue' as const),
    acceptedAfter: maybe(fc.nat(20)),
    resolvedAfter: maybe(fc.nat(90)),
    discontinued: fc.constantFrom(null, null, 'WITHDRAWN' as const, 'SETTLED' as const),
    conclusion: fc.constantFrom('right' as const, 'wrong' as const, 'partlyRight' as const),
    limit: maybe(fc.integer({ min: 1, max: 90 })),
    carryAfter: maybe(fc.nat(40)),
    closedAfter: maybe(fc.nat(60)),
    investigatedAfter: maybe(fc.nat(60)),
  })
  .map((told) => ({ ...told, ...courseOf(told) }));

interface Told {
  readonly type: Story['type'];
  readonly received: LocalDate;
  readonly eligible: boolean;
  readonly competent: boolean;
  readonly outsideMatter: string | null;
  readonly elsewhere: number;
  readonly gone: boolean;
  readonly handledAfter: number | null;
  readonly acceptedAfter: number | null;
  readonly resolvedAfter: number | null;
  readonly discontinued: Story['discontinued'];
  readonly limit: number | null;
  readonly carryAfter: number | null;
  readonly closedAfter: number | null;
  readonly investigatedAfter: number | null;
}
const WAYS = {
  complaint: ['GUIDE', 'TRANSFER', 'RETURN_TO_FORWARDER', 'ORDER_SUBORDINATE', 'ORDER_REVIEW'],
  denunciation: ['GUIDE', 'TRANSFER', 'TRANSFER_TO_INVESTIGATION'],
  feedback: ['TRANSFER'],
} as const;

/** What may follow from what: only competent matters are opened, only others are sent on, anything may be withdrawn or filed. */
function courseOf(told: Told) {
  const ways = WAYS[told.type];
  const act = told.gone
    ? ['WITHDRAW', 'FILE', 'NOT_PROCESS'][told.elsewhere % 3]!
    : !told.eligible
      ? 'FILE'
      : told.competent
        ? 'PROPOSE_ACCEPTANCE'
        : ways[told.elsewhere % ways.length]!;
  const handled = told.handledAfter === null ? null : addDays(told.received, told.handledAfter);
  const opened = handled !== null && act === 'PROPOSE_ACCEPTANCE';
  const after = (from: LocalDate | null, days: number | null) =>
    from === null || days === null ? null : addDays(from, days);
  const accepted = opened ? after(handled, told.acceptedAfter) : null;
  const resolved = after(accepted, told.resolvedAfter);
  const stands = told.type === 'feedback' ? null : told.discontinued;
  const carryOut = stands === null && told.type !== 'feedback' ? after(resolved, told.carryAfter) : null;
  return {
    ...{ act: handled === null ? null : act, handled, accepted, resolved, discontinued: stands, carryOut },
    outsideMatter: told.competent ? null : told.outsideMatter,
    due: told.type === 'feedback' ? null : after(accepted, told.limit),
    closed: after(carryOut, told.closedAfter),
    investigated: told.type === 'denunciation' ? after(accepted, told.investigatedAfter) : null,
  };
}

/** Histories as the procedures leave them. */
export const histories: fc.Arbitrary<Histories> = fc
  .record({
    petitions: fc.array(story, { maxLength: 60 }),
    visits: fc.array(
      fc.record({
        on: day,
        people: fc.integer({ min: 1, max: 12 }),
        by: fc.constantFrom(...BY),
        of: maybe(fc.nat(40)),
      }),
      { maxLength: 40 },
    ),
    sessions: fc.array(fc.record({ on: day, by: fc.constantFrom(...BY) }), { maxLength: 12 }),
  })
  .map(({ petitions, visits, sessions }) => {
    const named = visits.map((visit, n) => ({ ...visit, id: `v${n}` })).sort((a, b) => (a.on < b.on ? -1 : 1));
    return {
      petitions: petitions.map((one, n) => ({
        ...one,
        id: `p${String(n).padStart(3, '0')}`,
        resendOf: one.resendOf !== null && one.resendOf < n ? `p${String(one.resendOf).padStart(3, '0')}` : null,
      })),
      visits: named.map((visit, n) => {
        const earlier = visit.of !== null && visit.of < n ? named[visit.of]! : undefined;
        // The first visit of a first visit's matter is itself.
        return { ...visit, first: earlier && (earlier.of === null || earlier.of >= visit.of!) ? earlier.id : visit.id };
      }),
      sessions: sessions.map((session, n) => ({ ...session, id: `s${n}` })),
    };
  });

export const period: fc.Arbitrary<Period> = fc
  .tuple(day, fc.nat(200))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));

const AGENCY = 1 as AgencyId;
const handlingId = ({ id }: Story): string => `h-${id}`;
const fileId = ({ id }: Story): string => `c-${id}`;
const opens = ({ act }: Story): boolean => act === 'PROPOSE_ACCEPTANCE';

/** The same histories as facts and marked steps, as the source tells them. */
export function toldAsFacts({ petitions, visits, sessions }: Histories): { facts: Facts; more: FormMore } {
  return {
    facts: {
      cases: petitions.flatMap((one) => [handlingFact(one), ...(opens(one) ? [resolvingFact(one)] : [])]),
      petitions: petitions.map(petitionFact),
      visits: visits.map(visitFact),
    },
    more: {
      marks: petitions.flatMap((one) => [handlingMarks(one), ...(opens(one) ? [resolvingMarks(one)] : [])]),
      resends: petitions.flatMap(({ id, resendOf }) => (resendOf === null ? [] : [{ petitionId: id, resendOf }])),
      visits: visits.map(({ id, by, first }) => ({ visitId: id, by, firstVisitId: first })),
      sessions: sessions.map(({ id, on, by }) => ({ id, agencyId: AGENCY, heldOn: on, label: id, by })),
    },
  };
}

const petitionFact = ({ id, type, field, received, people }: Story): PetitionFact => ({
  ...{ petitionId: id, registerLabel: id, agencyId: AGENCY, petitionType: type satisfies PetitionType, field },
  ...{ channel: 'post', receivedOn: received, people, protected: type === 'denunciation' },
});
const visitFact = ({ id, on, people, by }: VisitStory): VisitFact => ({
  ...{ visitId: id, registerLabel: id, agencyId: AGENCY, visitType: 'complaint', visitedOn: on, people },
  sessionKind: by === 'desk' ? 'regular' : by === null ? 'dialogue' : 'periodic',
});
const common = ({ id, type, field, received }: Story) => ({
  ...{ petitionId: id, registerLabel: id, petitionType: type, field, agencyId: AGENCY, procedureVersion: 2 },
  ...{
    protected: type === 'denunciation',
    receivedOn: received,
    openedOn: received,
    stage: 'any',
    leaderId: 1 as UserId,
  },
});
const handlingFact = (one: Story): CaseFact => ({
  ...{ ...common(one), caseId: handlingId(one), parentCaseId: null, procedure: 'petition-handling' },
  ...{ outcome: null, endedOn: null, acceptedOn: null, resolvedOn: null, resolvedAs: null, dueOn: null, rawEnd: null },
});
const resolvingFact = (one: Story): CaseFact => ({
  ...{ ...common(one), caseId: fileId(one), parentCaseId: handlingId(one), procedure: one.type },
  ...{
    outcome: null,
    endedOn: null,
    acceptedOn: one.accepted,
    resolvedOn: one.resolved,
    rawEnd: one.due,
    dueOn: one.due,
  },
  resolvedAs: one.resolved === null ? null : one.discontinued === null ? 'resolved' : 'discontinued',
});

function marksOf(caseId: string, procedure: 'petition-handling' | Story['type'], steps: readonly Step[]): CaseMarks {
  const marked = FORM_MARKS[procedure] ?? {};
  return {
    caseId,
    steps: steps.flatMap(([type, on, facts = {}]): MarkedStep[] => {
      const mark = marked[type];
      return on === null || !mark ? [] : [{ mark, type, on, toStage: null, facts }];
    }),
  };
}
type Step = readonly [type: string, on: LocalDate | null, facts?: Readonly<Record<string, unknown>>];

const handlingMarks = (one: Story): CaseMarks =>
  marksOf(handlingId(one), 'petition-handling', [
    ['CLASSIFY', one.received, { contentType: one.type }],
    ['CHECK_ELIGIBILITY', one.received, { eligible: one.eligible }],
    ...(one.eligible
      ? [['CHECK_COMPETENCE', one.received, { competent: one.competent, outsideMatter: one.outsideMatter }] as const]
      : []),
    ...(one.act === null ? [] : [[one.act, one.handled] as const]),
  ]);
const resolvingMarks = (one: Story): CaseMarks =>
  marksOf(fileId(one), one.type, [
    [
      'OPEN',
      one.handled,
      one.type === 'denunciation'
        ? { renewed: one.second }
        : { instance: one.second ? 'second' : 'first', appealGround: one.ground },
    ],
    ...(one.type === 'denunciation' && one.second && one.ground === 'overdue'
      ? [['NOTE_LATENESS', one.handled] as const]
      : []),
    one.discontinued === null
      ? [one.type === 'denunciation' ? 'CONCLUDE' : 'DECIDE', one.resolved, { conclusion: one.conclusion }]
      : ['DISCONTINUE', one.resolved, { ground: one.discontinued }],
    [one.type === 'denunciation' ? 'HANDLE_CONCLUSION' : 'DECLARE_EFFECTIVE', one.carryOut],
    ['CLOSE', one.closed],
    ['TRANSFER_TO_INVESTIGATION', one.investigated],
  ]);
