import type { CaseFileId } from '#libs/shared';
import { World } from './support/world.js';

const HANDLING = { procedure: 'petition-handling', receivedOn: '2026-08-03' } as const;

describe('a complaint sent again after its sender was guided', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.create();
    await world.clock('2026-08-03');
  });
  afterAll(() => world.close());

  async function notCompetent(id: CaseFileId): Promise<void> {
    await world.act('motcua', id, { type: 'CLASSIFY', contentType: 'complaint' });
    await world.act('chuyenvien', id, { type: 'CHECK_ELIGIBILITY', eligible: true });
    await world.act('chuyenvien', id, { type: 'CHECK_COMPETENCE', competent: false });
  }
  const guide = (id: CaseFileId) =>
    world.act('chuyenvien', id, { type: 'GUIDE', receivingBody: 'Sở Xây dựng', documentNumber: '12/HD-UBND' });

  it('is not guided a second time', async () => {
    const first = await world.open(HANDLING);
    await notCompetent(first);
    expect(await guide(first)).toMatchObject({ state: 'guided' });

    const again = await world.open(HANDLING);
    await world.db.admin.query(
      `UPDATE app.petition SET resend_of = (SELECT petition_id FROM app.case_file WHERE id = $1)
        WHERE id = (SELECT petition_id FROM app.case_file WHERE id = $2)`,
      [first, again],
    );
    await notCompetent(again);
    await expect(guide(again)).rejects.toMatchObject({
      code: 'PROCEDURE.EVENT_NOT_ALLOWED',
      unmet: [expect.objectContaining({ code: 'notGuidedBefore' })],
    });
  });
});
