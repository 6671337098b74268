import { localDate, type JsonObject } from '#libs/shared';
import { procedures } from '#workflows';
import { Walk } from '../../../../../workflows/common/walk.js';
import { complaintJourney, handlingJourney, type DemoAct } from './journey.js';
import { demoMatter } from './matters.js';
import { SeededRandom } from './random.js';

const asWritten = (inputs: JsonObject): JsonObject => inputs;

function walk(
  procedure: DemoAct['procedure'],
  acts: readonly DemoAct[],
  receivedOn: string,
  petitionType: string,
): string {
  let file = Walk.open(procedures.get(procedure, 1), {
    receivedOn,
    occurredOn: receivedOn,
    petitionType,
    actorRole: 'receptionist',
    channel: 'post',
    remote: false,
    groupSize: 1,
  });
  for (const act of acts) {
    const decidedOn = file.remembered.decidedOn;
    if (act.type === 'ENFORCE' && typeof decidedOn === 'string') {
      const day = new Date(Date.parse(decidedOn) + 31 * 86_400_000).toISOString().slice(0, 10);
      file = file.step('DECLARE_EFFECTIVE', day, { actorRole: 'system' });
    }
    file = file.step(act.type, act.on, { ...asWritten(act.inputs), actorRole: act.as });
  }
  return file.last.to;
}

describe('demo journeys', () => {
  it('are lawful from the first act to the last, whatever the seed', () => {
    const ends = new Set<string>();
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = new SeededRandom(seed);
      const receivedOn = localDate(`2026-0${(seed % 7) + 1}-1${seed % 9}`);
      const matter = demoMatter(random);
      const handling = handlingJourney(receivedOn, matter, random);
      const end = walk('petition-handling', handling, receivedOn, matter.type);
      ends.add(end);
      if (end !== 'complaintOpened') continue;
      ends.add(walk('complaint', complaintJourney(handling.at(-1)?.on ?? receivedOn, random), receivedOn, 'complaint'));
    }
    expect([...ends].sort()).toEqual(
      expect.arrayContaining([
        'answered',
        'closed',
        'complaintOpened',
        'denunciationAccepted',
        'discontinued',
        'guided',
        'notAccepted',
        'transferred',
      ]),
    );
  });

  it('are the same for the same seed', () => {
    const once = (seed: number) => complaintJourney(localDate('2026-08-03'), new SeededRandom(seed));
    expect(once(7)).toEqual(once(7));
    expect(once(7)).not.toEqual(once(8));
  });
});
