import { call } from '../e2e/support/call.js';
import { beginOn, eventually, Office } from '../e2e/support/cases.js';
import { letInspectorVerify, type RunningSystem, startSystem } from '../e2e/support/system.js';
import { Denunciations } from './support/denunciations.js';

const paper = { documentNumber: '9/KL-UBND' };
const DENOUNCER = 'Nguyễn Thị Kwyjibo';
/** What a citizen without the secret must not learn from a public page. */
const NATURE = /tố cáo|xác minh|kết luận|đình chỉ|giám định|LTC|NĐ31/i;

/** From Monday 06/07/2026 on. */
describe('a denunciation is verified, concluded and carried out', () => {
  let system: RunningSystem;
  let desk: Denunciations;
  let ids: Record<'chuyenvien' | 'thanhtra' | 'truongphong', number>;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await letInspectorVerify(system);
    await beginOn(system, '2026-07-06');
    desk = new Denunciations(new Office(system));
    const [chuyenvien, thanhtra, truongphong] = await Promise.all(
      ['chuyenvien', 'thanhtra', 'truongphong'].map((one) => desk.office.userId(one)),
    );
    ids = { chuyenvien: chuyenvien!, thanhtra: thanhtra!, truongphong: truongphong! };
  });
  afterAll(() => system?.stop());

  it('a member in conflict with the denounced is refused, and so is a team of one', async () => {
    const { id } = await desk.open();
    await desk.act(id, 'ACCEPT');
    const team = { ...paper, verification: 'team', leaderId: ids.chuyenvien, memberIds: [ids.thanhtra] };
    const conflict = await desk.refusal(id, 'START_VERIFICATION', { ...team, noConflict: false });
    expect(conflict).toContain('NĐ31 Đ.10 k3');
    const alone = { ...team, memberIds: [ids.chuyenvien], noConflict: true };
    expect(await desk.refusal(id, 'START_VERIFICATION', alone)).toContain('NĐ31 Đ.10 k1');
    expect(await desk.sight(id, 'thanhtra')).toBe(404);
  });

  it('the team reads the file from the decision that names it to the conclusion, both in the ledger', async () => {
    const { id } = await desk.open();
    await desk.act(id, 'ACCEPT');
    expect(await desk.sight(id, 'chuyenvien')).toBe(404);
    await desk.act(id, 'START_VERIFICATION', {
      ...{ verification: 'team', leaderId: ids.chuyenvien, memberIds: [ids.thanhtra], noConflict: true, ...paper },
    });
    await desk.paper(id, 'Mẫu số 07');
    for (const member of ['chuyenvien', 'thanhtra']) await desk.seenBy(id, member, 200);
    expect(await desk.sight(id, 'truongphong')).toBe(404);
    const granted = (await desk.timeline(id)).filter(({ type }) => type === 'GRANT');
    expect(granted.map(({ facts }) => facts['userId']).sort()).toEqual([ids.chuyenvien, ids.thanhtra].sort());
    expect(granted.every(({ facts }) => facts['capacity'] === 'verifier')).toBe(true);
    // A member is replaced: the one who leaves reads no more.
    await desk.act(id, 'SET_TEAM', {
      ...{ leaderId: ids.chuyenvien, memberIds: [ids.truongphong], noConflict: true },
    });
    await desk.seenBy(id, 'thanhtra', 404);
    await desk.seenBy(id, 'truongphong', 200);
    await desk.act(id, 'RECORD_EXPLANATION', {}, 'chuyenvien');
    const own = await desk.refusal(id, 'CONCLUDE', { ...paper, conclusion: 'right', violationFound: true });
    expect(own).toContain('LTC Đ.31 k6');
    await desk.act(id, 'SUBMIT_REPORT', {}, 'chuyenvien');
    await desk.paper(id, 'Mẫu số 10');
    await desk.act(id, 'CONCLUDE', { conclusion: 'right', violationFound: true });
    for (const member of ['chuyenvien', 'truongphong']) await desk.seenBy(id, member, 404);
    expect((await desk.timeline(id)).filter(({ type }) => type === 'REVOKE').length).toBeGreaterThanOrEqual(3);
  });

  it('an assigned body reports on its own form', async () => {
    const { id } = await desk.open();
    await desk.act(id, 'ACCEPT');
    await desk.act(id, 'START_VERIFICATION', {
      ...{ verification: 'body', leaderId: ids.thanhtra, noConflict: true, ...paper },
    });
    await desk.seenBy(id, 'thanhtra', 200);
    await desk.paper(id, 'Văn bản giao xác minh');
    const unheard = await desk.refusal(id, 'SUBMIT_REPORT', { proposal: 'right' }, 'thanhtra');
    expect(unheard).toContain('LTC Đ.31 k4');
    await desk.act(id, 'RECORD_EXPLANATION', {}, 'thanhtra');
    await desk.act(id, 'SUBMIT_REPORT', {}, 'thanhtra');
    await desk.paper(id, 'Mẫu số 11');
  });

  it('the conclusion that the denounced gets carries no identity, within five working days', async () => {
    const petitioner = { fullName: DENOUNCER, address: 'Thôn 4', personalId: '001185123456' };
    const { id } = await desk.verifying({ petition: { petitioners: [petitioner] } });
    await desk.conclude(id, { conclusion: 'right', violationFound: true });
    // From Monday 06/07.
    expect(await desk.limit(id, 'TC.CONCL.SEND')).toMatchObject({ dueOn: '2026-07-13' });
    expect(await desk.limit(id, 'TC.HANDLE')).toMatchObject({ dueOn: '2026-07-15' });
    expect(await desk.limit(id, 'TC.PUBLISH')).toMatchObject({ dueOn: '2026-07-15' });
    const named = await desk.refusal(id, 'SEND_CONCLUSION', { identityRemoved: false });
    expect(named).toContain('LTC Đ.8 k3');
    await desk.act(id, 'SEND_CONCLUSION', { identityRemoved: true });
    await desk.paper(id, 'Thông báo về kết luận nội dung tố cáo');
    for (const path of ['', '/documents', '/timeline', '/deadlines'])
      expect((await desk.raw('lanhdao', `/case-files/${id}${path}`)).text).not.toContain('Kwyjibo');
  });

  it('violation found: handled in seven working days, its result reported in five', async () => {
    const { id } = await desk.verifying();
    await desk.conclude(id, { conclusion: 'partlyRight', violationFound: true });
    expect(await desk.refusal(id, 'HANDLE_CONCLUSION', { ...paper, measures: ['RESTORE'] })).toContain('LTC Đ.36 k1');
    await desk.act(id, 'HANDLE_CONCLUSION', { measures: ['DISCIPLINE', 'RECOMMEND'] });
    expect(await desk.limit(id, 'TC.PUBLISH.HANDLING')).toMatchObject({ dueOn: '2026-07-15' });
    await desk.act(id, 'SEND_CONCLUSION', { identityRemoved: true });
    await desk.act(id, 'PUBLISH_CONCLUSION', { publicationForms: ['MEETING'] });
    // What was owed stays owed: the acceptance that nobody was told of, the decision that was not made public.
    const unfinished = await desk.refusal(id, 'CLOSE', { carriedOut: true, fileIndexed: true });
    expect(unfinished).toContain('LTC Đ.40 k1');
    expect(unfinished).toContain('LTC Đ.29 k3');
    await desk.act(id, 'NOTIFY_ACCEPTANCE', { identityRemoved: true });
    await desk.act(id, 'PUBLISH_HANDLING');
    await desk.act(id, 'NOTE_HANDLING_RESULT', { resultOn: '2026-07-06' });
    expect(await desk.limit(id, 'TC.HANDLE.REPORT')).toMatchObject({ dueOn: '2026-07-13' });
    await desk.act(id, 'RECEIVE_HANDLING_REPORT');
    expect(await desk.limit(id, 'TC.HANDLE.REPORT')).toMatchObject({ state: 'met' });
    await desk.act(id, 'ASSIGN_FOLLOW_UP', { followedBy: 'adviser' });
    expect((await desk.act(id, 'CLOSE')).outcome).toBe('concluded');
  });

  it('the wrongly denounced gets an apology and the rights back before the file closes', async () => {
    const { id } = await desk.verifying();
    await desk.conclude(id, { conclusion: 'wrong', violationFound: false });
    const discipline = { ...paper, measures: ['DISCIPLINE'] };
    expect(await desk.refusal(id, 'HANDLE_CONCLUSION', discipline)).toContain('LTC Đ.36 k1a');
    await desk.act(id, 'HANDLE_CONCLUSION', { measures: ['RESTORE', 'FALSE_DENUNCIATION'] });
    expect(await desk.stage(id)).toBe('restoring');
    await desk.act(id, 'SEND_CONCLUSION', { identityRemoved: true });
    await desk.act(id, 'PUBLISH_CONCLUSION', { publicationForms: ['MEETING'] });
    const early = await desk.refusal(id, 'CLOSE', { carriedOut: true, fileIndexed: true });
    expect(early).toContain('Khôi phục quyền, lợi ích');
    await desk.act(id, 'NOTIFY_ACCEPTANCE', { identityRemoved: true });
    await desk.act(id, 'APOLOGISE', { apology: 'public' });
    expect(await desk.stage(id)).toBe('restoring');
    const unnumbered = await desk.refusal(id, 'RESTORE_RIGHTS', { rightsHarmed: 'restored' });
    expect(unnumbered).toContain('văn bản có số (LTC Đ.10 k1e, Đ.36 k1a)');
    await desk.act(id, 'RESTORE_RIGHTS', { rightsHarmed: 'restored', ...paper });
    expect(await desk.stage(id)).toBe('following');
    await desk.paper(id, 'xin lỗi, cải chính');
    await desk.paper(id, 'khôi phục quyền, lợi ích');
    expect((await desk.act(id, 'CLOSE')).outcome).toBe('concluded');
  });

  it('a posted conclusion stays posted for fifteen days', async () => {
    const { id } = await desk.verifying();
    await desk.conclude(id, { conclusion: 'right', violationFound: true });
    await desk.act(id, 'HANDLE_CONCLUSION', { measures: ['REMEDY'] });
    const unpublished = await desk.refusal(id, 'CLOSE', { carriedOut: true, fileIndexed: true });
    expect(unpublished).toContain('LTC Đ.35 k3');
    expect(unpublished).toContain('LTC Đ.40');
    const open = { publicationForms: ['POSTING'], secretsRemoved: false };
    expect(await desk.refusal(id, 'PUBLISH_CONCLUSION', open)).toContain('LTC Đ.40 k3');
    await desk.act(id, 'PUBLISH_CONCLUSION', { ...open, secretsRemoved: true });
    await desk.act(id, 'SEND_CONCLUSION', { identityRemoved: true });
    expect(await desk.limit(id, 'TC.PUBLISH.MIN')).toMatchObject({ dueOn: '2026-07-21' });
    expect(await desk.refusal(id, 'CLOSE', { carriedOut: true, fileIndexed: true })).toContain('NĐ31 Đ.6 k2');
    await desk.office.advance({ to: '2026-07-20' });
    expect(await desk.refusal(id, 'END_POSTING')).toContain('ít nhất 15 ngày liên tục');
    await desk.office.advance({ to: '2026-07-21' });
    await desk.act(id, 'END_POSTING');
    await desk.act(id, 'NOTIFY_ACCEPTANCE', { identityRemoved: true });
    expect((await desk.act(id, 'CLOSE')).outcome).toBe('concluded');
  });

  it('a chairman denounced at his own counter: the file goes past the commune and nobody there sees it', async () => {
    const respondent = 'Chủ tịch Ủy ban nhân dân xã Tân Thành';
    const petition = await desk.register({ petition: { respondent, content: 'Chủ tịch xã nhận hối lộ' } });
    const chief = 'lanhdao.tinh';
    const act = (type: string, inputs: Record<string, unknown>) =>
      desk.office.step(chief, petition.caseFileId, type, inputs);
    await act('CLASSIFY', { contentType: 'denunciation' });
    await act('CHECK_ELIGIBILITY', { eligible: true });
    await act('CHECK_COMPETENCE', { competent: true });
    await act('PROPOSE_ACCEPTANCE', { proposal: 'accept' });
    const id = await desk.fileOf(petition.id, 'denunciation', chief);
    await desk.act(id, 'ACCEPT', {}, chief);
    for (const username of ['lanhdao', 'chuyenvien', 'truongphong', 'thanhtra', 'quantri']) {
      expect({ username, sight: await desk.sight(id, username) }).toEqual({ username, sight: 404 });
      for (const path of [
        '/petitions?limit=200',
        '/petitions?q=hối%20lộ',
        '/case-files?limit=200',
        '/case-files?procedure=denunciation&limit=200',
        '/boards/overdue?limit=200',
        '/my-work',
        '/inbox?limit=200',
      ]) {
        const { text } = await desk.raw(username, path);
        expect({
          username,
          path,
          found: [petition.id, petition.caseFileId, id].filter((one) => text.includes(one)),
        }).toEqual({ username, path, found: [] });
      }
    }
  });

  it('the public page tells no nature, not even to whoever has the secret', async () => {
    const { petition, id } = await desk.verifying();
    await desk.act(id, 'ORDER_EXAMINATION', { orderedBy: 'resolver' });
    const status = `/public/status/${petition.lookupCode}`;
    expect((await call(system.url, 'GET', status)).status).not.toBe(200);
    const shown = await eventually('the page', async () => {
      const answer = await call<{ stage: string }>(system.url, 'GET', `${status}?secret=${petition.lookupSecret}`);
      return answer.status === 200 ? answer : null;
    });
    expect(shown.text).not.toMatch(NATURE);
  });
});
