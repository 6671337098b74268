import { beginOn } from '../e2e/support/cases.js';
import { type RunningSystem, startSystem } from '../e2e/support/system.js';
import { articles, ReceptionRoom } from './support/reception-room.js';

/** Schedules, postponement, online reception, conclusions and dialogues over HTTP, June to September 2026. */
describe('reception sessions', () => {
  let system: RunningSystem;
  let room: ReceptionRoom;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-06-15');
    room = await ReceptionRoom.open(system);
  });
  afterAll(() => system?.stop());

  it('the commune leader owes one day a week in June and two days a month from July', async () => {
    const [june, july] = await room.quota('lanhdao', '2026-06-10', '2026-07-10');
    expect(june).toMatchObject({ owed: 4, unit: 'days_per_week', citation: 'LTCD Đ.15', held: 0, breached: true });
    expect(june?.spans).toHaveLength(4);
    expect(june?.spans[0]).toMatchObject({ from: '2026-06-01', to: '2026-06-07', missing: 1 });
    expect(july).toMatchObject({
      owed: 2,
      unit: 'days_per_month',
      citation: 'LTCD Đ.15 (L136)',
      missing: 2,
      breached: false,
    });
    expect(july?.leader?.fullName).toBe('Phạm Quốc Cường');
    const province = await room.get<{ agency: { code: string }; owed: number; citation: string }[]>(
      'lanhdao.tinh',
      '/reception/quota?from=2026-07-01&to=2026-07-01&below=yes',
    );
    const owed = Object.fromEntries(province.map(({ agency, ...one }) => [agency.code, one]));
    expect(owed['TINH-DEMO']).toMatchObject({ owed: 1, citation: 'LTCD Đ.12 k5' });
    expect(owed['SO-XD']).toMatchObject({ owed: 1, citation: 'LTCD Đ.18 k2' });
    expect(owed['XA-HOALOC']).toMatchObject({ owed: 2 });
  });

  it('a schedule is posted five working days before, place, time and content named, also on the portal', async () => {
    const bare = await room.send('motcua', '/reception/schedules', {
      ...{
        fromOn: '2026-06-22',
        toOn: '2026-06-30',
        place: 'Phòng tiếp công dân xã',
        regularHours: 'Các ngày làm việc',
      },
      sessions: [{ heldOn: '2026-06-24', startsAt: '07:30', leaderId: room.leaderId }],
    });
    expect(bare.status).toBe(409);
    expect(articles(bare.body)).toEqual(['LTCD Đ.24 k2c']);
    const unattended = { ...room.planned({ heldOn: '2026-06-24', attendees: '' }), kind: 'periodic' };
    const half = await room.send('motcua', '/reception/sessions', unattended);
    expect(half.body.unmet?.map(({ code }) => code)).toEqual(['scheduleComplete']);

    const body = {
      ...{
        fromOn: '2026-06-15',
        toOn: '2026-06-30',
        place: 'Phòng tiếp công dân xã',
        regularHours: 'Các ngày làm việc',
      },
      sessions: [room.planned({ heldOn: '2026-06-24' })],
    };
    const key = { 'idempotency-key': 'lich-thang-sau-1' };
    const plan = await room.post<{ id: string; sessionIds: string[] }>('motcua', '/reception/schedules', body, key);
    expect(await room.post('motcua', '/reception/schedules', body, key)).toEqual(plan);
    const [id = ''] = plan.sessionIds;
    expect((await room.session(id)).deadlines).toMatchObject([
      { ruleId: 'TCD.SCHEDULE.POST', dueOn: '2026-06-17', state: 'running', citation: 'LTCD Đ.24' },
    ]);
    const noPortal = await room.send('motcua', `/reception/schedules/${plan.id}/postings`, {
      onSite: true,
      onPortal: false,
    });
    expect(articles(noPortal.body)).toEqual(['LTCD Đ.24 k2; NĐ154 Đ.29 k1d']);
    await room.post('motcua', `/reception/schedules/${plan.id}/postings`, { onSite: true, onPortal: true });
    expect(await room.session(id)).toMatchObject({
      ...{ stage: 'posted', postingFlaw: false },
      deadlines: [{ state: 'met' }],
      papers: [{ form: 'RECEPTION.SCHEDULE', title: 'Lịch tiếp công dân niêm yết' }],
    });
  });

  it('a schedule posted too late is refused with its article, and taken only with a reason that stays on it', async () => {
    const body = { ...room.planned({ heldOn: '2026-06-18' }), kind: 'periodic' };
    const { id } = await room.post<{ id: string }>('motcua', '/reception/sessions', body);
    const late = await room.tryMove('motcua', id, { type: 'POST', onSite: true, onPortal: true });
    expect(late.status).toBe(409);
    expect(late.body.detail).toContain('05 ngày làm việc');
    expect(articles(late.body)).toEqual(['LTCD Đ.24 k4']);
    const flagged = await room.move('motcua', id, 'POST', {
      onSite: true,
      onPortal: true,
      lateReason: 'Đổi lịch họp tỉnh',
    });
    expect(flagged).toMatchObject({ stage: 'posted', postingFlaw: true, deadlines: [{ state: 'metLate' }] });
  });

  it('a published session is postponed with a posted reason, held on the new day and counted there', async () => {
    const { items } = await room.get<{ items: { id: string }[] }>(
      'motcua',
      '/reception/sessions?from=2026-06-24&to=2026-06-24',
    );
    const id = items[0]?.id ?? '';
    const dropped = await room.tryMove('motcua', id, { type: 'CANCEL_PLAN', cancelReason: 'Bận họp' });
    expect(dropped.status).toBe(409);
    const silent = await room.tryMove('motcua', id, {
      type: 'POSTPONE',
      postponeReason: 'Họp đột xuất',
      announcedOnSite: false,
    });
    expect(articles(silent.body)).toEqual(['LTCD Đ.24 k4']);
    const postponed = await room.move('motcua', id, 'POSTPONE', {
      postponeReason: 'Họp đột xuất',
      announcedOnSite: true,
    });
    expect(postponed).toMatchObject({ stage: 'postponed', postponedFrom: '2026-06-24' });
    expect(postponed.papers.map(({ form }) => form)).toContain('RECEPTION.POSTPONED');
    const early = await room.tryMove('motcua', id, {
      type: 'RESCHEDULE',
      newHeldOn: '2026-06-15',
      announcedOnSite: true,
    });
    expect(early.status).toBe(409);
    await room.move('motcua', id, 'RESCHEDULE', { newHeldOn: '2026-06-26', announcedOnSite: true });
    await room.advance({ to: '2026-06-26' });
    await room.move('motcua', id, 'HOLD', { hostedBy: room.leaderId });
    const [june] = await room.quota('lanhdao', '2026-06-01');
    expect(june).toMatchObject({ held: 1, planned: 1, missing: 2 });
    expect(june?.spans.find(({ from }) => from === '2026-06-22')).toMatchObject({ held: 1, missing: 0 });
  });

  it('an online reception is announced five working days before, four are too late', async () => {
    const plan = room.planned({
      heldOn: '2026-08-10',
      mode: 'online',
      onlineCase: 'FAR_OR_FRAIL',
      technicalReady: true,
    });
    const { id } = await room.post<{ id: string }>('motcua', '/reception/sessions', { ...plan, kind: 'periodic' });
    expect((await room.session(id)).deadlines.map(({ ruleId, dueOn }) => [ruleId, dueOn]).toSorted()).toEqual([
      ['TCD.ONLINE.NOTICE', '2026-08-03'],
      ['TCD.ONLINE.TEST', '2026-08-07'],
      ['TCD.SCHEDULE.POST', '2026-08-03'],
    ]);
    await room.move('motcua', id, 'POST', { onSite: true, onPortal: true });
    await room.advance({ to: '2026-08-04' });
    const late = await room.tryMove('motcua', id, { type: 'NOTIFY_ONLINE', documentNumber: '15/TB-UBND' });
    expect([late.status, articles(late.body)]).toEqual([409, ['NĐ154 Đ.23 k1']]);
    const unheard = await room.tryMove('motcua', id, { type: 'TEST_LINE', allPointsConnected: false });
    expect(articles(unheard.body)).toEqual(['NĐ154 Đ.23 k1']);
    await room.advance({ to: '2026-08-10' });
    const hold = { type: 'HOLD', hostedBy: room.leaderId, connectedMinutesBefore: 45 };
    const unready = await room.tryMove('motcua', id, hold);
    expect(unready.body.unmet?.map(({ code }) => code)).toEqual([
      'onlineNotified',
      'lineTested',
      'connectedInTime',
      'recorded',
    ]);
    expect(articles(unready.body)).toContain('NĐ154 Đ.24 k1');
    // What is left is to receive in person.
    await room.move('motcua', id, 'SWITCH_TO_IN_PERSON', {
      newMode: 'inPerson',
      switchReason: 'Chưa kịp thông báo điểm cầu',
    });
    expect(await room.move('motcua', id, 'HOLD', { hostedBy: room.leaderId })).toMatchObject({
      stage: 'receiving',
      mode: 'inPerson',
    });
    await room.move('motcua', id, 'CONCLUDE');
    expect(await room.move('motcua', id, 'CLOSE')).toMatchObject({ stage: 'finished' });

    // A day that somebody else receives on is a reception, and not one of the leader's days.
    const other = await room.postedDay('2026-08-18');
    await room.advance({ to: '2026-08-18' });
    await room.move('motcua', other, 'HOLD', { hostedBy: await room.userId('chuyenvien') });
    const [august] = await room.quota('lanhdao', '2026-08-01');
    expect(august).toMatchObject({ owed: 2, held: 1, heldByOther: 1, missing: 1 });
  });

  it('an online reception in good order is connected an hour before and recorded', async () => {
    const plan = room.planned({ heldOn: '2026-08-27', mode: 'online', onlineCase: 'COMPLEX', technicalReady: true });
    const { id } = await room.post<{ id: string }>('motcua', '/reception/sessions', { ...plan, kind: 'periodic' });
    await room.move('motcua', id, 'POST', { onSite: true, onPortal: true });
    await room.move('motcua', id, 'NOTIFY_ONLINE', { documentNumber: '16/TB-UBND' });
    await room.move('motcua', id, 'TEST_LINE', { allPointsConnected: true });
    await room.advance({ to: '2026-08-27' });
    const hold = { type: 'HOLD', hostedBy: room.leaderId, connectedMinutesBefore: 59, recordingOn: true };
    expect(articles((await room.tryMove('motcua', id, hold)).body)).toEqual(['NĐ154 Đ.23 k1']);
    const held = await room.move('motcua', id, 'HOLD', {
      hostedBy: room.leaderId,
      connectedMinutesBefore: 60,
      recordingOn: true,
    });
    expect(held.deadlines.map(({ state }) => state)).toEqual(['met', 'met', 'met']);
    expect(held.papers.map(({ form }) => form)).toContain('RECEPTION.ONLINE.NOTICE');
  });

  it('a denunciation is not received online where secrecy is asked for', async () => {
    const plan = {
      ...room.planned({ heldOn: '2026-09-10', mode: 'online', onlineCase: 'DENUNCIATION', technicalReady: true }),
      ...{ kind: 'unscheduled', unscheduledGround: 'INTENSE', securityAssured: true },
    };
    const secret = await room.send('motcua', '/reception/sessions', { ...plan, secrecyAsked: true });
    expect([secret.status, articles(secret.body)]).toEqual([409, ['NĐ154 Đ.20 k4']]);
    const idle = await room.send('motcua', '/reception/sessions', {
      ...plan,
      secrecyAsked: false,
      unscheduledGround: 'HABIT',
    });
    expect(articles(idle.body)).toEqual(['LTCD Đ.18 k3']);
    const { id } = await room.post<{ id: string }>('motcua', '/reception/sessions', { ...plan, secrecyAsked: false });
    expect(await room.session(id)).toMatchObject({ stage: 'prepared', mode: 'online' });
  });

  it('a conclusion notice is tracked to its follow-up', async () => {
    const id = await room.postedDay('2026-09-17');
    const early = await room.tryMove('motcua', id, { type: 'HOLD', hostedBy: room.leaderId });
    expect(articles(early.body)).toEqual(['LTCD Đ.24 k4']);
    await room.advance({ to: '2026-09-17' });
    await room.move('motcua', id, 'HOLD', { hostedBy: room.leaderId });
    const visit = await room.visit(id);
    const unsettled = await room.tryMove('motcua', id, { type: 'CONCLUDE' });
    expect(articles(unsettled.body)).toEqual(['LTCD Đ.25 k2; NĐ154 Đ.27 k1']);
    await room.act('motcua', visit, 'outcome', { outcome: 'answered', withinCompetence: true });
    const order = {
      content: 'Kiểm tra hiện trạng thửa đất số 12',
      body: 'Công chức địa chính',
      dueOn: '2026-09-25',
      followUpOn: '2026-09-22',
    };
    const task = await room.post<{ id: string }>('motcua', `/reception/sessions/${id}/tasks`, order);
    await room.move('motcua', id, 'CONCLUDE', { conclusionText: 'Giao kiểm tra, trả lời công dân' });
    const silent = await room.tryMove('motcua', id, { type: 'CLOSE' });
    expect([silent.status, articles(silent.body)]).toEqual([409, ['NĐ154 Đ.25 k2']]);
    const notified = await room.move('lanhdao', id, 'ISSUE_CONCLUSION', { documentNumber: '41/TB-UBND' });
    expect(notified.papers.map(({ form }) => form)).toContain('RECEPTION.CONCLUSION');
    const undone = await room.tryMove('motcua', id, { type: 'CLOSE' });
    expect(articles(undone.body)).toEqual(['NĐ154 Đ.25 k1, k2']);
    await room.advance({ to: '2026-09-28' });
    const duties = await room.get<{ kind: string; dueOn: string; overdue: boolean }[]>('lanhdao', '/reception/duties');
    expect(duties.filter(({ kind }) => kind === 'conclusionTask')).toEqual([
      expect.objectContaining({ dueOn: '2026-09-25', overdue: true }),
    ]);
    await room.move('motcua', id, 'FOLLOW_UP', { followUpResult: 'Đã đôn đốc lần một' });
    await room.post('motcua', `/reception/tasks/${task.id}/result`, { result: 'Đã đo đạc lại, trả lời công dân' });
    expect(await room.move('motcua', id, 'CLOSE')).toMatchObject({
      stage: 'followedUp',
      tasks: [{ doneOn: '2026-09-28' }],
    });
    const acts = await room.get<{ type: string; basis: string[]; texts: Record<string, string> }[]>(
      'lanhdao',
      `/reception/sessions/${id}/timeline`,
    );
    expect(acts.map(({ type }) => type)).toEqual([
      'OPEN',
      'POST',
      'HOLD',
      'TASK_DIRECTED',
      'CONCLUDE',
      'ISSUE_CONCLUSION',
      'FOLLOW_UP',
      'TASK_DONE',
      'CLOSE',
    ]);
    expect(acts[4]?.texts).toMatchObject({ conclusionText: 'Giao kiểm tra, trả lời công dân' });
  });

  it('a dialogue notes who came, and every opinion is answered or promised', async () => {
    const body = room.planned({ heldOn: '2026-09-28', topics: 'Quy hoạch sử dụng đất' });
    const { id } = await room.post<{ id: string }>('motcua', '/reception/dialogues', body);
    await room.move('motcua', id, 'HOLD', { hostedBy: room.leaderId });
    await room.post('motcua', `/reception/dialogues/${id}/attendance`, {
      party: 'citizens',
      name: 'Công dân thôn 2',
      people: 45,
      present: true,
    });
    await room.post('motcua', `/reception/dialogues/${id}/attendance`, {
      party: 'body',
      name: 'Mặt trận Tổ quốc xã',
      people: 1,
      present: false,
    });
    const first = await room.post<{ id: string }>('motcua', `/reception/dialogues/${id}/opinions`, {
      content: 'Bao giờ công khai quy hoạch?',
    });
    const second = await room.post<{ id: string }>('motcua', `/reception/dialogues/${id}/opinions`, {
      content: 'Đường thôn 2 xuống cấp',
    });
    const open = await room.tryMove('motcua', id, { type: 'CONCLUDE' });
    expect([open.status, open.body.unmet?.map(({ code }) => code)]).toEqual([409, ['opinionsSettled']]);
    await room.post('motcua', `/reception/opinions/${first.id}/answer`, { answer: 'Công khai trong tháng 10' });
    await room.post('motcua', `/reception/opinions/${second.id}/answer`, { answerDueOn: '2026-10-12' });
    const concluded = await room.move('motcua', id, 'CONCLUDE');
    expect(concluded.papers).toMatchObject([{ form: 'RECEPTION.DIALOGUE' }]);
    expect(concluded.attendance.map(({ people, present }) => [people, present])).toEqual([
      [1, false],
      [45, true],
    ]);
    const duties = await room.get<{ kind: string; dueOn: string }[]>('lanhdao', '/reception/duties');
    expect(duties.filter(({ kind }) => kind === 'opinionAnswer')).toMatchObject([{ dueOn: '2026-10-12' }]);
    await room.post('motcua', `/reception/opinions/${second.id}/answer`, { answer: 'Sửa chữa trong quý IV' });
    expect((await room.session(id)).opinions.every(({ answeredOn }) => answeredOn === '2026-09-28')).toBe(true);
    const list = await room.get<{ items: { id: string }[] }>('lanhdao', '/reception/dialogues');
    expect(list.items.map((one) => one.id)).toEqual([id]);
  });
});
