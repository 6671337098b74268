import { HandlingDesk } from './support/handling.js';

const GUIDE = { receivingBody: 'Sở Xây dựng', documentNumber: '12/HD-UBND' };

describe('petition handling finds the lawful way', () => {
  let desk: HandlingDesk;
  beforeAll(async () => (desk = await HandlingDesk.openOn('2026-07-06')));
  afterAll(() => desk?.close());

  it('a mass petition of 40 signatories is accepted with representatives only', async () => {
    const petition = await desk.ours({ petitionerCount: 40, jointPetition: true });
    const id = petition.caseFileId;
    const advice = await desk.office.get<{ event: string; citation: string }[]>(
      'chuyenvien',
      `/case-files/${id}/advice`,
    );
    expect(advice[0]).toMatchObject({ event: 'ASK_REPRESENTATIVES' });
    expect(await desk.refused('chuyenvien', id, { type: 'PROPOSE_ACCEPTANCE' })).toMatchObject({
      status: 409,
      unmet: ['groupComplete'],
      says: expect.stringContaining('NĐ124 Đ.6'),
    });
    await desk.office.step('chuyenvien', id, 'ASK_REPRESENTATIVES');
    await desk.papers('chuyenvien', id, 'REPRESENTATIVE.APPOINTMENT');
    const named = { type: 'NAME_REPRESENTATIVES', appointmentSigned: true };
    expect(await desk.refused('motcua', id, { ...named, representatives: 6 })).toMatchObject({
      unmet: ['representativesAllowed'],
      says: expect.stringContaining('LTCD Đ.29'),
    });
    expect(await desk.refused('motcua', id, { ...named, representatives: 5, appointmentSigned: false })).toMatchObject({
      unmet: ['appointmentSigned'],
    });
    await desk.office.step('motcua', id, 'NAME_REPRESENTATIVES', { representatives: 5, appointmentSigned: true });
    const complaint = await desk.office.caseFile(await desk.opened(petition, 'complaint'));
    expect(desk.clock(complaint, 'KN.ACCEPT.L1')).toMatchObject({ startOn: '2026-07-06', dueOn: '2026-07-15' });
  });

  it('a group of eight has two representatives at most', async () => {
    const { caseFileId } = await desk.ours({ petitionerCount: 8 });
    expect(
      await desk.refused('motcua', caseFileId, {
        type: 'NAME_REPRESENTATIVES',
        representatives: 3,
        appointmentSigned: true,
      }),
    ).toMatchObject({ unmet: ['representativesAllowed'] });
    await desk.office.step('motcua', caseFileId, 'NAME_REPRESENTATIVES', {
      representatives: 2,
      appointmentSigned: true,
    });
  });

  it('a matter is guided once; sent again it is filed', async () => {
    const first = await desk.ours({ content: 'Khiếu nại về giấy phép xây dựng số 41' }, false);
    const guided = await desk.office.step('chuyenvien', first.caseFileId, 'GUIDE', GUIDE);
    expect(guided).toMatchObject({ stage: 'guided', outcome: 'guided' });
    const again = await desk.ours({ content: 'Khiếu nại về giấy phép xây dựng số 41', resendOf: first.id }, false);
    expect(await desk.refused('chuyenvien', again.caseFileId, { type: 'GUIDE', ...GUIDE })).toMatchObject({
      unmet: ['notGuidedBefore'],
      says: expect.stringContaining('TT05 Đ.6 k2b'),
    });
    const advice = await desk.office.get<{ id: string }[]>('lanhdao', `/case-files/${again.caseFileId}/advice`);
    expect(advice[0]!.id).toBe('COMPLAINT_GUIDED_BEFORE');
    const filed = await desk.office.step('lanhdao', again.caseFileId, 'FILE');
    expect(filed.stage).toBe('filed');
    expect(desk.clock(filed, 'XLD.ARCHIVE')).toMatchObject({ startOn: '2026-07-06', state: 'running' });
  });

  it('a complaint a deputy forwarded goes back to the deputy, or on to who is competent', async () => {
    const from = { channel: 'forwarded', forwarderKind: 'deputy', forwarderName: 'Đoàn đại biểu Quốc hội tỉnh' };
    const { caseFileId } = await desk.ours(from, false);
    // LTCD Đ.26 k1b as of 01/07/2026 says guide or transfer, whoever sent it on; the advice still puts returning first.
    const other = await desk.ours({ ...from, content: 'Khiếu nại về giấy phép xây dựng số 42' }, false);
    const guided = await desk.office.step('chuyenvien', other.caseFileId, 'GUIDE', GUIDE);
    expect(guided).toMatchObject({ stage: 'guided' });
    const third = await desk.ours({ ...from, content: 'Khiếu nại về giấy phép xây dựng số 43' }, false);
    const body = { receivingBody: 'Ủy ban nhân dân xã bạn', documentNumber: '8/PC-UBND' };
    const passedOn = await desk.office.step('chuyenvien', third.caseFileId, 'TRANSFER', body);
    expect(passedOn).toMatchObject({ stage: 'transferred' });
    const advice = await desk.office.get<{ event: string; confirmed: boolean }[]>(
      'lanhdao',
      `/case-files/${caseFileId}/advice`,
    );
    // The circular has not been read in full, and the advice says so.
    expect(advice[0]).toMatchObject({ event: 'RETURN_TO_FORWARDER', confirmed: false });
    const back = await desk.office.step('lanhdao', caseFileId, 'RETURN_TO_FORWARDER', { documentNumber: '9/CV' });
    expect(back).toMatchObject({ outcome: 'returned' });
    await desk.papers('lanhdao', caseFileId, 'RETURN.LETTER');
  });

  it('originals are returned right after the decision', async () => {
    const petition = await desk.ours({ content: 'Khiếu nại kèm bản gốc giấy chứng nhận' });
    const id = petition.caseFileId;
    await desk.office.step('motcua', id, 'RECEIVE_ORIGINALS', { originalsCount: 3 });
    await desk.papers('motcua', id, 'ND154.02');
    const complaint = await desk.opened(petition, 'complaint');
    expect(await desk.office.caseFile(id)).toMatchObject({ stage: 'holdingOriginals', closedOn: null });
    await desk.office.step('lanhdao', complaint, 'ACCEPT', { documentNumber: '3/TB', conditionsChecked: true });
    await desk.office.step('chuyenvien', complaint, 'START_SELF_REVIEW');
    await desk.office.step('lanhdao', complaint, 'DECIDE', { conclusion: 'right', documentNumber: '4/QĐ' });
    expect(await desk.refused('motcua', id, { type: 'RETURN_ORIGINALS', originalsCount: 2 })).toMatchObject({
      unmet: ['originalsAllReturned'],
    });
    const returned = await desk.office.step('motcua', id, 'RETURN_ORIGINALS', { originalsCount: 3 });
    expect(returned).toMatchObject({ stage: 'complaintOpened', outcome: 'acceptanceProposed' });
    await desk.papers('motcua', id, 'ORIGINALS.RETURN');
  });

  it('a subordinate who is overdue is ordered to resolve', async () => {
    const { caseFileId } = await desk.ours({ content: 'Đơn vị thuộc xã quá hạn chưa giải quyết' });
    const order = { type: 'ORDER_SUBORDINATE', receivingBody: 'Trường THCS Tân Thành', documentNumber: '7/CV' };
    expect(await desk.refused('lanhdao', caseFileId, order)).toMatchObject({
      unmet: ['overdueReported'],
      says: expect.stringContaining('LTCD Đ.26 k1b'),
    });
    await desk.office.step('motcua', caseFileId, 'REPORT_TO_HEAD', { reportGround: 'SUBORDINATE_OVERDUE' });
    expect((await desk.office.try('chuyenvien', caseFileId, order)).status).toBe(403);
    const { type, ...inputs } = order;
    expect(await desk.office.step('lanhdao', caseFileId, type, inputs)).toMatchObject({
      outcome: 'subordinateOrdered',
    });
    await desk.papers('lanhdao', caseFileId, 'SUBORDINATE.ORDER');
  });

  it('a petition is classified by its content, and a denunciation only where it is sealed', async () => {
    const { caseFileId } = await desk.register({
      type: 'feedback',
      content: 'Kiến nghị xem lại mức bồi thường',
    });
    const complaint = await desk.office.step('motcua', caseFileId, 'CLASSIFY', { contentType: 'complaint' });
    expect(desk.clock(complaint, 'KN.ACCEPT.L1')).toMatchObject({ startOn: '2026-07-06', state: 'running' });
    const back = await desk.office.step('motcua', caseFileId, 'CLASSIFY', { contentType: 'feedback' });
    expect(desk.clock(back, 'KN.ACCEPT.L1')).toMatchObject({ state: 'void' });
    expect(await desk.refused('motcua', caseFileId, { type: 'CLASSIFY', contentType: 'denunciation' })).toMatchObject({
      unmet: ['sealedFirst'],
      says: expect.stringContaining('LTC Đ.56'),
    });
  });

  it('a denunciation sent online is information only', async () => {
    const petition = await desk.ours({
      type: 'denunciation',
      channel: 'online',
      content: 'Tố cáo thu tiền sai quy định',
    });
    const file = await desk.office.caseFile(petition.caseFileId);
    expect(file.deadlines.map(({ ruleId }) => ruleId)).not.toContain('TC.REG');
    expect(await desk.refused('lanhdao', petition.caseFileId, { type: 'PROPOSE_ACCEPTANCE' })).toMatchObject({
      status: 409,
      unmet: ['lawfulForm'],
      says: expect.stringContaining('LTC Đ.22'),
    });
    await desk.office.step('lanhdao', petition.caseFileId, 'CLASSIFY', { contentType: 'denunciation' });
    await desk.office.step('lanhdao', petition.caseFileId, 'CHECK_ELIGIBILITY', {
      eligible: false,
      ground: 'WRONG_FORM',
    });
    const kept = await desk.office.step('lanhdao', petition.caseFileId, 'NOT_PROCESS');
    expect(kept.stage).toBe('notProcessed');
  });

  it('a denunciation on paper opens a file of its own from the same day of receipt', async () => {
    const petition = await desk.ours({ type: 'denunciation', content: 'Tố cáo công chức địa chính nhận tiền' });
    const id = await desk.opened(petition, 'denunciation', {}, 'lanhdao');
    const file = await desk.office.caseFile(id);
    expect(desk.clock(file, 'TC.REG')).toMatchObject({ startOn: '2026-07-06', dueOn: '2026-07-15' });
    expect(await desk.status('chuyenvien', `/case-files/${id}`)).toBe(404);
  });

  it('forty-five days unhandled are a threshold of liability with an alarm of its own', async () => {
    const { caseFileId } = await desk.register({ content: 'Khiếu nại không ai xử lý' });
    await desk.office.advance({ to: '2026-08-24' });
    const file = await desk.office.caseFile(caseFileId);
    expect(desk.clock(file, 'TCD.DISCIPLINE')).toMatchObject({ dueOn: '2026-08-20', state: 'running' });
    const work = await desk.office.get<Record<string, unknown[]>>('motcua', '/my-work');
    const items = ['overdue', 'dueSoon', 'waiting'].flatMap(
      (list) => work[list] as { id: string; liability: boolean }[],
    );
    expect(items.find(({ id }) => id === caseFileId)).toMatchObject({ liability: true });
    await desk.office.step('motcua', caseFileId, 'CLASSIFY', { contentType: 'complaint' });
  });

  it('a filed petition is kept a year, then the head decides what becomes of it', async () => {
    const { caseFileId } = await desk.ours({ type: 'feedback', content: 'Phản ánh đã được giải quyết' }, false);
    await desk.office.step('lanhdao', caseFileId, 'FILE');
    expect(await desk.refused('chuyenvien', caseFileId, { type: 'PROPOSE_DESTRUCTION' })).toMatchObject({
      unmet: ['yearOver'],
      says: expect.stringContaining('TT05 Đ.28'),
    });
    await desk.office.advance({ to: '2027-08-30' });
    await desk.office.step('chuyenvien', caseFileId, 'PROPOSE_DESTRUCTION');
    expect((await desk.office.try('chuyenvien', caseFileId, { type: 'DECIDE_DESTRUCTION' })).status).toBe(403);
    const decided = await desk.office.step('lanhdao', caseFileId, 'DECIDE_DESTRUCTION', { documentNumber: '5/QĐ' });
    expect(decided).toMatchObject({ stage: 'destructionDecided', closedOn: '2027-08-30' });
    // The decision is recorded; the product keeps every row.
    expect((await desk.office.timeline(caseFileId)).length).toBeGreaterThan(4);
  }, 120_000);
});
