import { HandlingDesk } from './support/handling.js';

describe('kiến nghị, phản ánh', () => {
  let desk: HandlingDesk;
  beforeAll(async () => (desk = await HandlingDesk.openOn('2026-08-03')));
  afterAll(() => desk?.close());

  it('a visitor is answered about one of four contents within ten working days', async () => {
    const id = await desk.feedback('general', { content: 'Phản ánh công chức hẹn nhiều lần' });
    const file = await desk.office.caseFile(id);
    expect(desk.clock(file, 'TCD.REPLY')).toMatchObject({ startOn: '2026-08-03', dueOn: '2026-08-17' });
    const available = await desk.office.get<
      { type: string; inputSchema: { name: string; options?: { value: string; citation?: string }[] }[] }[]
    >('motcua', `/case-files/${id}/events/available`);
    const form = available.find(({ type }) => type === 'ANSWER_RECEPTION')!;
    expect(form.inputSchema.find(({ name }) => name === 'replyContent')!.options).toHaveLength(4);
    const answered = await desk.office.step('motcua', id, 'ANSWER_RECEPTION', { replyContent: 'ACCEPTED' });
    expect(desk.clock(answered, 'TCD.REPLY')).toMatchObject({ state: 'met', metOn: '2026-08-03' });
    // The substance has no limit by law: what is left is the target somebody sets.
    expect(answered.deadlines.filter(({ state }) => state === 'running')).toEqual([]);
    await desk.office.step('truongphong', id, 'START_RESOLVING', { subject: 'attitude', targetOn: '2026-08-20' });
    const answer = { type: 'ANSWER_FEEDBACK', documentNumber: '8/TL-UBND' };
    expect(await desk.refused('lanhdao', id, answer)).toMatchObject({ unmet: ['attitudeConcluded'] });
    await desk.office.step('lanhdao', id, 'ANSWER_FEEDBACK', {
      documentNumber: '8/TL-UBND',
      attitudeOutcome: 'APOLOGISED',
    });
    expect(await desk.refused('chuyenvien', id, { type: 'PUBLISH_ANSWER', redacted: false })).toMatchObject({
      unmet: ['redacted'],
      says: expect.stringContaining('NĐ154 Đ.12 k2'),
    });
    await desk.office.step('chuyenvien', id, 'PUBLISH_ANSWER', { redacted: true });
    expect(await desk.office.step('chuyenvien', id, 'CLOSE')).toMatchObject({ outcome: 'answered' });
  });

  it('what came by post has no reply limit', async () => {
    const id = await desk.feedback('general', { channel: 'post' });
    expect((await desk.office.caseFile(id)).deadlines).toEqual([]);
  });

  it('what came online has an internal target, never a legal alarm', async () => {
    const id = await desk.feedback('general', { channel: 'online' });
    const clock = desk.clock(await desk.office.caseFile(id), 'PAKN.DVCQG')!;
    expect(clock).toMatchObject({ dueOn: '2026-08-24', state: 'running' });
    expect((clock as unknown as { statutory: boolean }).statutory).toBe(false);
  });

  it('a report on a regulation is forwarded in five working days and its handling published', async () => {
    const id = await desk.feedback('regulation', { channel: 'post', content: 'Quy định về lệ phí gây khó khăn' });
    const file = await desk.office.caseFile(id);
    expect(file.stage).toBe('regulationReceived');
    expect(desk.clock(file, 'PAKN.QDHC.FORWARD')).toMatchObject({ startOn: '2026-08-03', dueOn: '2026-08-10' });
    const sent = await desk.office.step('motcua', id, 'FORWARD_REGULATION', {
      nameAndAddress: true,
      receivingBody: 'Sở Tài chính',
      documentNumber: '14/CV-UBND',
    });
    expect(desk.clock(sent, 'PAKN.QDHC.FORWARD')).toMatchObject({ state: 'met' });
    await desk.office.step('chuyenvien', id, 'RECORD_HANDLING', { handling: 'AMEND', documentNumber: '15/CV' });
    expect(await desk.office.step('chuyenvien', id, 'PUBLISH_HANDLING', { redacted: true })).toMatchObject({
      outcome: 'published',
    });
  });

  it('a recommendation of the voters is tracked to its answer', async () => {
    const id = await desk.feedback('recommendation', {
      channel: 'forwarded',
      forwarderKind: 'deputy',
      forwarderName: 'Tổ đại biểu Hội đồng nhân dân',
      content: 'Cử tri kiến nghị xây cầu dân sinh',
    });
    const file = await desk.office.caseFile(id);
    expect(file).toMatchObject({ stage: 'recommendationReceived', deadlines: [] });
    await desk.office.step('chuyenvien', id, 'TRACK_RECOMMENDATION', {
      receivingBody: 'Phòng Kinh tế',
      targetOn: '2026-08-28',
    });
    expect(await desk.refused('lanhdao', id, { type: 'CLOSE' })).toMatchObject({ status: 409 });
    await desk.office.step('lanhdao', id, 'DECIDE_RECOMMENDATION', {
      aboutComplaintResult: false,
      documentNumber: '21/TB',
    });
    const answered = await desk.office.step('lanhdao', id, 'ANSWER_RECOMMENDATION', { documentNumber: '22/TL' });
    expect(answered).toMatchObject({ stage: 'answered' });
    expect(await desk.office.step('chuyenvien', id, 'CLOSE')).toMatchObject({ outcome: 'answered' });
  });

  it('the Front is told what was decided on its view of a complaint’s result within seven days', async () => {
    const id = await desk.feedback('recommendation', {
      channel: 'forwarded',
      forwarderKind: 'front',
      forwarderName: 'Ủy ban Mặt trận Tổ quốc xã',
      content: 'Không đồng ý với kết quả giải quyết khiếu nại đã chuyển',
    });
    await desk.office.step('chuyenvien', id, 'TRACK_RECOMMENDATION', { receivingBody: 'Văn phòng' });
    const decided = await desk.office.step('lanhdao', id, 'DECIDE_RECOMMENDATION', {
      aboutComplaintResult: true,
      documentNumber: '23/TB',
    });
    expect(desk.clock(decided, 'KN.MTTQ.RESULT')).toMatchObject({ startOn: '2026-08-03', dueOn: '2026-08-10' });
    const answered = await desk.office.step('lanhdao', id, 'ANSWER_RECOMMENDATION', { documentNumber: '24/TL' });
    expect(desk.clock(answered, 'KN.MTTQ.RESULT')).toMatchObject({ state: 'met' });
  });

  it('a dispute is mediated, with a record of every meeting', async () => {
    const id = await desk.feedback('dispute', { content: 'Đề nghị giải quyết tranh chấp ranh giới đất' });
    expect((await desk.office.caseFile(id)).deadlines).toEqual([]);
    const invite = { disputeSubject: 'land', documentNumber: '5/GM-UBND' };
    await desk.office.step('chuyenvien', id, 'INVITE_MEDIATION', { ...invite, meetingOn: '2026-08-05' });
    expect(await desk.refused('chuyenvien', id, { type: 'RECORD_MEDIATION', mediationResult: 'AGREED' })).toMatchObject(
      { unmet: ['mediationHeld'], says: expect.stringContaining('LKN Đ.5 k3') },
    );
    await desk.office.advance({ to: '2026-08-05' });
    const absent = await desk.office.step('chuyenvien', id, 'RECORD_MEDIATION', { mediationResult: 'ABSENT' });
    expect(absent.stage).toBe('mediating');
    await desk.office.step('chuyenvien', id, 'INVITE_MEDIATION', { ...invite, meetingOn: '2026-08-07' });
    await desk.office.advance({ to: '2026-08-07' });
    expect(await desk.office.step('chuyenvien', id, 'RECORD_MEDIATION', { mediationResult: 'AGREED' })).toMatchObject({
      outcome: 'mediated',
    });
    await desk.papers('chuyenvien', id, 'MEDIATION.NOTICE');
    await desk.papers('chuyenvien', id, 'MEDIATION.RECORD');
  });

  it('a forbidden act returns its article in Vietnamese', async () => {
    const id = await desk.feedback('general', { channel: 'post', content: 'Phản ánh đèn đường hỏng' });
    expect(await desk.refused('motcua', id, { type: 'ANSWER_RECEPTION', replyContent: 'ACCEPTED' })).toMatchObject({
      status: 409,
      code: 'PROCEDURE.EVENT_NOT_ALLOWED',
      unmet: ['receptionUnanswered'],
      says: 'Chưa trả lời người đến kiến nghị, phản ánh (LTCD Đ.28 k1)',
    });
    const unknown = await desk.refused('lanhdao', id, { type: 'ANSWER_RECOMMENDATION', documentNumber: '1' });
    expect(unknown).toMatchObject({ status: 409, code: 'PROCEDURE.EVENT_NOT_ALLOWED' });
  });
});
