import { addDays, localDate } from '#libs/shared';
import { procedures } from '#workflows';
import { Walk } from '../../../../../workflows/common/walk.js';
import type { DemoAct } from './journey.js';
import { planDemo, type DemoPetition } from './plan.js';

const options = {
  petitions: 600,
  seed: 1,
  from: localDate('2025-09-22'),
  today: localDate('2026-11-20'),
  agencies: [
    { code: 'XA-TANTHANH', weight: 3, remote: false },
    { code: 'XA-SONLAM', weight: 1, remote: true },
  ],
};

function walk(petition: DemoPetition, procedure: DemoAct['procedure']): string | undefined {
  const acts = petition.acts.filter((act) => act.procedure === procedure);
  if (acts.length === 0) return undefined;
  let file = Walk.open(procedures.forDay(procedure, petition.receivedOn)!, {
    receivedOn: petition.receivedOn,
    occurredOn: petition.receivedOn,
    petitionType: petition.matter.type,
    actorRole: 'receptionist',
    channel: petition.channel === 'in_person' ? 'counter' : petition.channel,
    ...(petition.forwarder ? { forwarderKind: petition.forwarder.kind } : {}),
    remote: petition.remote,
    groupSize: petition.people.length,
  });
  for (const act of acts) {
    const decidedOn = file.remembered.decidedOn;
    if (act.type === 'ENFORCE' && typeof decidedOn === 'string') {
      const effective = addDays(localDate(decidedOn), petition.remote ? 46 : 31);
      file = file.step('DECLARE_EFFECTIVE', effective, { actorRole: 'system' });
    }
    file = file.step(act.type, act.on, { ...act.inputs, actorRole: act.as });
  }
  return file.last.to;
}

describe('the demo plan', () => {
  const plan = planDemo(options);

  it('is lawful from the first act to the last in every file', () => {
    const ends = new Set(
      plan.flatMap((petition) => [
        walk(petition, 'petition-handling'),
        walk(petition, 'complaint'),
        walk(petition, 'feedback'),
        walk(petition, 'denunciation'),
        walk(petition, 'disciplinary-complaint'),
      ]),
    );
    expect([...ends]).toEqual(
      expect.arrayContaining([
        'closed',
        'complaintOpened',
        'denunciationOpened',
        'feedbackOpened',
        'sent',
        'forwarded',
        'closedByDiscontinuance',
        'guided',
        'closedNotAccepted',
        'returned',
        'transferred',
      ]),
    );
  });

  it('is the same for the same seed and another for another', () => {
    expect(planDemo(options)).toEqual(plan);
    expect(planDemo({ ...options, seed: 2 })).not.toEqual(plan);
  });

  it('comes in the order of receipt and keeps acts in order', () => {
    for (const [i, petition] of plan.entries()) {
      expect(petition.receivedOn >= (plan[i - 1]?.receivedOn ?? '')).toBe(true);
      expect([...petition.acts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))).toEqual(petition.acts);
    }
  });
});
