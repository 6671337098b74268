import { certifiedArrows, type Facts } from '#libs/procedure';
import { Walk } from '../../common/walk.js';
import type { DecisionRow } from './decision-row.js';
import { adviseDisposition, DECISION_TABLE } from './decision-table.js';
import { petitionHandling2 } from './index.js';

const kindOf = ({ kind }: DecisionRow): string => (kind === 'any' ? 'complaint' : kind);
const plain = (value: string | number | true): Facts[string] => (value === true ? 'press' : value);
/** Facts of the file itself; the others come of steps. */
const CASE_FACTS = ['channel', 'forwarderKind', 'guidedBefore', 'groupSize'];

function opened(row: DecisionRow): Walk {
  const given: Record<string, Facts[string]> = { channel: 'post' };
  for (const [name, value] of Object.entries(row.given))
    if (value !== null && CASE_FACTS.includes(name)) given[name] = name === 'guidedBefore' ? true : plain(value);
  return Walk.open(petitionHandling2, {
    receivedOn: '2026-07-02',
    actorRole: 'chairman',
    groupSize: 1,
    petitionType: kindOf(row),
    ...given,
  });
}

/** A petition that stands where the row holds. */
function standing(row: DecisionRow): Walk {
  const on = '2026-07-03';
  const classified = opened(row).step('CLASSIFY', on, { contentType: kindOf(row) });
  if (row.stage === 'classified') return classified;
  if (row.stage === 'ineligible')
    return classified.step('CHECK_ELIGIBILITY', on, {
      eligible: false,
      ground: (row.given.ineligibleGround as string | undefined) ?? 'UNREADABLE',
    });
  const eligible = classified.step('CHECK_ELIGIBILITY', on, { eligible: true });
  const competent = row.stage !== 'notCompetent';
  const outside = row.given.outsideMatter === true ? { outsideMatter: 'PARTY' } : {};
  const there = eligible.step('CHECK_COMPETENCE', on, { competent, ...outside });
  if (row.stage === 'holdingOriginals')
    return there.step('RECEIVE_ORIGINALS', on, { originalsCount: 2 }).step('PROPOSE_ACCEPTANCE', on);
  if (row.given.overdueReportedOn) return there.step('REPORT_TO_HEAD', on, { reportGround: 'SUBORDINATE_OVERDUE' });
  if (row.given.unlawfulReportedOn) return there.step('REPORT_TO_HEAD', on, { reportGround: 'UNLAWFUL_RESOLUTION' });
  return there;
}

const FORM: Readonly<Record<string, Facts>> = {
  SPLIT: { contents: ['complaint', 'denunciation', 'feedback'] },
  RETURN_ORIGINALS: { originalsCount: 2 },
  TRANSFER_FOR_INSPECTION: { clearEvidence: true },
};

describe('the decision table', () => {
  it.each(DECISION_TABLE.map((row) => [row.id, row] as const))(
    '%s: the advice is the way the machine goes',
    (_, row) => {
      const there = standing(row);
      expect(there.stage).toBe(row.stage);
      expect(adviseDisposition({ ...there.facts('2026-07-06', {}), stage: there.stage })[0]?.id).toBe(row.id);
      const done = there.step(row.event, '2026-07-06', {
        documentNumber: true,
        contentType: kindOf(row),
        ...FORM[row.event],
      });
      expect(done.stage).toBe(row.arrives);
      const papers = done.last.effects.flatMap((effect) => (effect.type === 'document.issue' ? [effect.form] : []));
      if (row.paper === null) expect(papers).toEqual([]);
      else expect(papers).toContain(row.paper);
      expect(row.citation.text).toMatch(/\d/);
    },
  );

  it('says something wherever a petition waits for a decision', () => {
    const waiting = ['competent', 'notCompetent', 'ineligible'];
    for (const { caseFacts, steps } of certifiedArrows(petitionHandling2)) {
      let walk = Walk.open(petitionHandling2, caseFacts);
      for (const { type, occurredOn, input } of steps) {
        const kind = String(walk.remembered.classifiedAs ?? caseFacts.petitionType);
        if (waiting.includes(walk.stage) && kind !== 'mixed')
          expect(adviseDisposition({ ...walk.facts(occurredOn, {}), stage: walk.stage })).not.toEqual([]);
        walk = walk.step(type, occurredOn, input);
      }
    }
  });

  it('marks what has not been read', () => {
    const unread = DECISION_TABLE.filter(({ citation }) => citation.mark === 'M').map(({ id }) => id);
    expect(unread).toEqual(
      expect.arrayContaining([
        'COMPLAINT_FORWARDED',
        'COMPLAINT_GROUP_ELSEWHERE',
        'MISSING_CONTENT',
        'MATTER_OF_OTHERS',
      ]),
    );
  });
});
