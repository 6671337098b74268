import type { Actor } from '#libs/access';
import { TrainingMode } from '#libs/persistence';
import { TrainingDesk, type TrainingDeskParts } from './training-desk.js';

const administrator = { userId: 1, agencyId: 1, agencies: [1], roles: ['administrator'] } as unknown as Actor;
const officer = { ...administrator, roles: ['caseOfficer'] } as unknown as Actor;
/** In production nothing but the refusal is ever reached. */
const nothing = null as never;
const desk = new TrainingDesk({
  mode: new TrainingMode(nothing, false),
  data: null,
  ...{ journal: nothing, nameOf: nothing, forget: nothing },
} satisfies TrainingDeskParts);

describe('practice where real files are', () => {
  it('is refused with the reason, whatever is asked', async () => {
    const asked = { on: true, reason: 'Tập huấn đầu năm' };
    await expect(desk.switch(administrator, asked)).rejects.toMatchObject({ code: 'TRAINING.PRODUCTION', status: 409 });
    await expect(desk.reset(administrator)).rejects.toMatchObject({ code: 'TRAINING.PRODUCTION', status: 409 });
    expect(await desk.look(administrator)).toMatchObject({ on: false, available: false, resettable: false });
    expect((await desk.look(administrator)).reason).toContain('vận hành thật');
  });

  it('is not even asked about by others', async () => {
    await expect(desk.look(officer)).rejects.toMatchObject({ status: 403 });
  });
});
