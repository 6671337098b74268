import { call } from '../e2e/support/call.js';
import { eventually } from '../e2e/support/cases.js';
import { Denunciations } from './support/denunciations.js';
import { HandlingDesk } from './support/handling.js';
import { ReceptionRoom } from './support/reception-room.js';

interface Cards {
  readonly total: { readonly list: string; readonly values: readonly { measure: string; value: number | null }[] };
}
interface Listed {
  readonly value: number | null;
  readonly items: readonly { caseFileId: string | null; sessionId: string | null }[];
}
interface Paper {
  readonly id: string;
  readonly rev: number;
  readonly fields: readonly { name: string; value: unknown }[];
}
type Counts = Readonly<Record<string, number>>;

/** Each measure goes from nought to one by the one act it counts, and stays there when something like it happens. */
describe('measures of a scorecard', () => {
  let desk: HandlingDesk;
  let denunciations: Denunciations;
  let room: ReceptionRoom;
  let agencies: Record<string, number>;
  beforeAll(async () => {
    desk = await HandlingDesk.openOn('2026-08-03');
    denunciations = new Denunciations(desk.office);
    room = await ReceptionRoom.open(desk.system);
    const { rows } = await desk.system.database.admin.query<{ code: string; id: number }>(
      'SELECT code, id FROM app.agency',
    );
    agencies = Object.fromEntries(rows.map(({ code, id }) => [code, id]));
  });
  afterAll(() => desk?.close());

  const cards = (who: string) => desk.office.get<Cards>(who, '/scorecards?from=2026-06-15&to=2026-12-14');
  /** Waits until the card says so: what is written now may be known some milliseconds later. */
  const expectCounts = async (counts: Counts, who = 'lanhdao'): Promise<Cards> => {
    let told: Cards | null = null;
    await eventually(JSON.stringify(counts), async () => {
      told = await cards(who);
      const { values } = told.total;
      const said = Object.keys(counts).map((id) => values.find(({ measure }) => measure === id)?.value ?? 0);
      return JSON.stringify(said) === JSON.stringify(Object.values(counts)) || null;
    });
    return told!;
  };
  /** The list of each measure shows these, and nothing else. */
  const expectListed = async (counts: Counts, ids: readonly string[], who = 'lanhdao'): Promise<void> => {
    const { total } = await expectCounts(counts, who);
    for (const measure of Object.keys(counts)) {
      const { value, items } = await desk.office.get<Listed>(who, total.list.replace('{measure}', measure));
      const found = items.map(({ caseFileId, sessionId }) => caseFileId ?? sessionId).sort();
      expect([measure, value, found]).toEqual([measure, counts[measure], [...ids].sort()]);
    }
  };

  it('an extension is one; a denunciation in verification that needs none is not', async () => {
    const { id } = await denunciations.verifying();
    await denunciations.verifying({ petition: { content: 'Bán đất công trái thẩm quyền' } });
    await expectCounts({ extended: 0 });
    await denunciations.act(id, 'EXTEND', { complexity: 'complex', criteria: ['SEVERAL_PLACES'], days: 30 });
    await expectListed({ extended: 1 }, [id]);
  });

  it('discipline after a conclusion is one; another measure is not', async () => {
    const concluded = async (content: string, measures: readonly string[]): Promise<string> => {
      const { id } = await denunciations.verifying({ petition: { content } });
      await denunciations.conclude(id, { conclusion: 'right', violationFound: true });
      await denunciations.act(id, 'HANDLE_CONCLUSION', { measures });
      return id;
    };
    await concluded('Xây nhà trên đất lúa', ['REMEDY']);
    await expectCounts({ disciplined: 0 });
    await expectListed({ disciplined: 1 }, [await concluded('Sửa hồ sơ hộ nghèo', ['DISCIPLINE', 'RECOMMEND'])]);
  });

  it('an apology to the wrongly denounced is one; one that was declined is not', async () => {
    const wrongly = async (content: string, apology: string): Promise<string> => {
      const { id } = await denunciations.verifying({ petition: { content } });
      await denunciations.conclude(id, { conclusion: 'wrong', violationFound: false });
      await denunciations.act(id, 'HANDLE_CONCLUSION', { measures: ['RESTORE'] });
      await denunciations.act(id, 'APOLOGISE', { apology });
      return id;
    };
    await wrongly('Đánh bạc trong giờ làm việc', 'declined');
    await expectCounts({ publicApologies: 0 });
    await expectListed({ publicApologies: 1 }, [await wrongly('Lấy tiền quỹ của thôn', 'public')]);
  });

  it('a return without a reason is one; with a reason it is only a return', async () => {
    const back = async (content: string, note?: string): Promise<string> => {
      const from = { channel: 'forwarded', forwarderKind: 'deputy', forwarderName: 'Đoàn đại biểu Quốc hội tỉnh' };
      const { caseFileId } = await desk.ours({ ...from, content }, false);
      const act = { documentNumber: '9/CV', ...(note ? { note } : {}) };
      await desk.office.step('lanhdao', caseFileId, 'RETURN_TO_FORWARDER', act);
      return caseFileId;
    };
    const explained = await back('Khiếu nại về cấp giấy phép xây dựng', 'Vụ việc thuộc thẩm quyền của tỉnh');
    await expectListed({ returned: 1 }, [explained]);
    await expectCounts({ returnedUnexplained: 0 });
    const silent = await back('Khiếu nại về thu hồi đất vườn');
    await expectListed({ returnedUnexplained: 1 }, [silent]);
    await expectListed({ returned: 2 }, [explained, silent]);
  });

  it('a petition sent on is one, guidance is none; after two hops it has been passed around', async () => {
    const guided = (await desk.ours({ content: 'Khiếu nại giấy phép xây dựng số 42' }, false)).caseFileId;
    await desk.office.step('chuyenvien', guided, 'GUIDE', {
      receivingBody: 'Công ty thủy lợi',
      documentNumber: '3/HD-UBND',
    });
    const send = (who: string, id: string, to: string) =>
      desk.office.step(who, id, 'TRANSFER', {
        ...{ receivingBody: 'Ủy ban nhân dân xã bạn', receivingAgencyId: agencies[to], documentNumber: '21/PC-UBND' },
      });
    const arrive = async (place: string): Promise<string> => {
      const [hop] = await desk.office.get<{ id: string }[]>(`motcua.${place}`, '/incoming-petitions');
      const { body } = await desk.post<{ caseFileId: string }>(
        ...([`motcua.${place}`, `/incoming-petitions/${hop!.id}/acknowledge`] as const),
      );
      await desk.office.step(`motcua.${place}`, body.caseFileId, 'CLASSIFY', { contentType: 'feedback' });
      await desk.office.step(`chuyenvien.${place}`, body.caseFileId, 'CHECK_ELIGIBILITY', { eligible: true });
      await desk.office.step(`chuyenvien.${place}`, body.caseFileId, 'CHECK_COMPETENCE', { competent: false });
      return body.caseFileId;
    };
    await expectCounts({ forwarded: 0 });
    const road = { type: 'feedback', content: 'Kiến nghị nạo vét kênh liên xã' };
    const first = (await desk.ours(road, false)).caseFileId;
    await send('lanhdao', first, 'XA-HOALOC');
    await expectListed({ forwarded: 1 }, [first]);
    const second = await arrive('hoaloc');
    await expectCounts({ passedAround: 0 }, 'lanhdao.hoaloc');
    await send('lanhdao.hoaloc', second, 'XA-BINHMINH');
    await expectListed({ passedAround: 1 }, [await arrive('binhminh')], 'lanhdao.binhminh');
  });

  it('a recommendation answered by its promised day is in time; one answered later only counts', async () => {
    const tracked = async (content: string): Promise<string> => {
      const from = { channel: 'forwarded', forwarderKind: 'deputy', forwarderName: 'Tổ đại biểu Hội đồng nhân dân' };
      const id = await desk.feedback('recommendation', { ...from, content });
      const promise = { receivingBody: 'Phòng Kinh tế', targetOn: '2026-08-05' };
      await desk.office.step('chuyenvien', id, 'TRACK_RECOMMENDATION', promise);
      return id;
    };
    const answer = async (id: string): Promise<void> => {
      const decision = { aboutComplaintResult: false, documentNumber: '21/TB' };
      await desk.office.step('lanhdao', id, 'DECIDE_RECOMMENDATION', decision);
      await desk.office.step('lanhdao', id, 'ANSWER_RECOMMENDATION', { documentNumber: '22/TL' });
    };
    const [prompt, slow] = [await tracked('Cử tri kiến nghị xây cầu'), await tracked('Cử tri kiến nghị đèn đường')];
    await expectCounts({ recommendations: 0, recommendationsInTime: 0 });
    await answer(prompt);
    await expectListed({ recommendations: 1, recommendationsInTime: 1 }, [prompt]);
    await desk.office.advance({ to: '2026-08-06' });
    await answer(slow);
    await expectListed({ recommendations: 2 }, [prompt, slow]);
    await expectListed({ recommendationsInTime: 1 }, [prompt]);
  });

  it('the Front told within seven days is told in time', async () => {
    const from = { channel: 'forwarded', forwarderKind: 'front', forwarderName: 'Ủy ban Mặt trận Tổ quốc xã' };
    const decided = async (content: string): Promise<string> => {
      const id = await desk.feedback('recommendation', { ...from, content });
      await desk.office.step('chuyenvien', id, 'TRACK_RECOMMENDATION', { receivingBody: 'Văn phòng' });
      const decision = { aboutComplaintResult: true, documentNumber: '23/TB' };
      await desk.office.step('lanhdao', id, 'DECIDE_RECOMMENDATION', decision);
      return id;
    };
    const [prompt, slow] = [await decided('Không đồng ý kết quả giải quyết 1'), await decided('Không đồng ý 2')];
    await expectCounts({ frontResultsInTime: 0 });
    await desk.office.step('lanhdao', prompt, 'ANSWER_RECOMMENDATION', { documentNumber: '24/TL' });
    await expectListed({ frontResults: 1, frontResultsInTime: 1 }, [prompt]);
    await desk.office.advance({ to: '2026-08-20' });
    await desk.office.step('lanhdao', slow, 'ANSWER_RECOMMENDATION', { documentNumber: '25/TL' });
    await expectListed({ frontResults: 2 }, [prompt, slow]);
    await expectListed({ frontResultsInTime: 1 }, [prompt]);
  });

  it('a dialogue that was held counts with who came and what was answered; a planned one does not', async () => {
    const today = await denunciations.today();
    const plan = async (topics: string): Promise<string> =>
      (await room.post<{ id: string }>('motcua', '/reception/dialogues', room.planned({ heldOn: today, topics }))).id;
    await plan('Giá nước sạch');
    const id = await plan('Quy hoạch sử dụng đất');
    await expectCounts({ dialogues: 0, dialoguePeople: 0, opinionsRaised: 0, opinionsAnswered: 0 });
    await room.move('motcua', id, 'HOLD', { hostedBy: room.leaderId });
    const at = `/reception/dialogues/${id}`;
    const came = { party: 'citizens', name: 'Công dân thôn 2', people: 1, present: true };
    await room.post('motcua', `${at}/attendance`, came);
    await room.post('motcua', `${at}/attendance`, { ...came, name: 'Công dân thôn 3', people: 7, present: false });
    const raised = await room.post<{ id: string }>('motcua', `${at}/opinions`, { content: 'Bao giờ công khai?' });
    await expectListed({ dialogues: 1, dialoguePeople: 1, opinionsRaised: 1 }, [id]);
    await expectCounts({ opinionsAnswered: 0 });
    await room.post('motcua', `/reception/opinions/${raised.id}/answer`, { answer: 'Công khai trong tháng 10' });
    await expectListed({ opinionsAnswered: 1 }, [id]);
  });

  it('a letter of apology counts when it is issued, not while it is a draft', async () => {
    const { id } = await desk.office.complaintFile({ receivedOn: await denunciations.today() });
    await desk.office.step('lanhdao', id, 'ACCEPT', { documentNumber: '15/TB-UBND', conditionsChecked: true });
    const token = await desk.office.token('chuyenvien');
    const draft = async (): Promise<Paper> => {
      const body = { form: 'APOLOGY.LETTER' };
      const made = await call<Paper>(desk.system.url, 'POST', `/case-files/${id}/documents`, { token, body });
      if (made.status !== 201) throw new Error(made.text);
      return made.body;
    };
    let paper = await draft();
    await draft();
    await expectCounts({ apologyLetters: 0 });
    const act = async (who: string, what: string, body: unknown = {}): Promise<void> => {
      const headers = { 'if-match': `"${paper.rev}"` };
      const answer = await call<Paper>(desk.system.url, 'POST', `/documents/${paper.id}/${what}`, {
        ...{ token: await desk.office.token(who), body, headers },
      });
      if (answer.status !== 200) throw new Error(`${what} as ${who}: ${answer.status} ${answer.text}`);
      paper = answer.body;
    };
    const empty = paper.fields.filter(({ value }) => value === null || value === '');
    await act('chuyenvien', 'fields', {
      typed: Object.fromEntries(empty.map(({ name }) => [name, `${name} đã nhập`])),
    });
    await act('chuyenvien', 'submit');
    await act('truongphong', 'approve');
    await act('lanhdao', 'sign');
    await act('motcua', 'issue');
    await expectListed({ apologyLetters: 1 }, [id]);
  });
});
