import { describeWithChromium } from '#testing/support/chromium';
import { call } from '../e2e/support/call.js';
import { eventually, Office as Officers } from '../e2e/support/cases.js';
import { Denunciations } from '../scenarios/support/denunciations.js';
import { COMMUNE, Matters } from '../scenarios/support/matters.js';
import { type Desk, Office, PHONE, until } from './support/desk.js';
import { openFile, pick, record } from './support/file-steps.js';

interface Paper {
  id: string;
  rev: number;
  fields: { name: string; kind: string; items: string[] }[];
}

describeWithChromium('a file on the screen', () => {
  let office: Office;
  let officers: Officers;
  let complaintId = '';
  beforeAll(async () => {
    office = await Office.open({ worker: true });
    officers = new Officers(office.system);
    ({ id: complaintId } = await officers.complaintFile());
    await officers.step('lanhdao', complaintId, 'ACCEPT', { documentNumber: '15/TB-UBND', conditionsChecked: true });
  });
  afterAll(() => office?.close());

  const stage = ({ page }: Desk) => page.locator('.stage-chip').textContent();
  const draft = async (form: string): Promise<Paper> => {
    const { status, body, text } = await call<Paper>(
      office.system.url,
      'POST',
      `/case-files/${complaintId}/documents`,
      { token: await officers.token('chuyenvien'), body: { form } },
    );
    if (status !== 201) throw new Error(`Not drafted: ${status} ${text}`);
    return body;
  };
  const openPaper = (desk: Desk, { id }: Pick<Paper, 'id'>): Promise<void> =>
    desk.goTo(`/ho-so/${complaintId}?muc=van-ban&van-ban=${id}`);

  describe('a denunciation', () => {
    let handlingId = '';
    let denunciationId = '';

    it('is led by its resolver from the advice of the decision table to its own file', async () => {
      const petition = await officers.register({
        ...{ type: 'denunciation', respondent: 'Cán bộ địa chính', content: 'Nhận tiền khi làm sổ đỏ' },
        petitioners: [{ fullName: 'Triệu Thị Kín', address: 'Thôn 2, xã Tân Thành' }],
      });
      handlingId = petition.caseFileId;
      const desk = await office.desk('lanhdao');
      await openFile(desk, handlingId);
      await desk.page.getByText('Đơn có nội dung được bảo mật').first().waitFor();
      await record(desk, 'Phân loại đơn', { 'Loại theo nội dung': 'Tố cáo' });
      await record(desk, 'Kiểm tra điều kiện xử lý', { 'Đơn đủ điều kiện xử lý': 'Có' });
      await record(desk, 'Xác định thẩm quyền', { 'Thuộc thẩm quyền': 'Có' });
      const advice = desk.page.getByRole('region', { name: 'Hướng xử lý phù hợp nhất lúc này' });
      await until(async () => /thụ lý/i.test((await advice.textContent()) ?? ''));
      expect(await advice.textContent()).toMatch(/Căn cứ: .*(LTC|LTCD|NĐ|TT)/);
      await advice.getByRole('button').first().click();
      await desk.page.getByRole('dialog', { name: 'Đề xuất thụ lý, mở hồ sơ giải quyết' }).waitFor();
      await record(desk, 'Đề xuất thụ lý, mở hồ sơ giải quyết', { 'Đề xuất': 'Thụ lý' });
      denunciationId = await eventually(
        'the file of the denunciation',
        async () =>
          (
            await officers.get<{ caseFiles: { id: string; procedure: string }[] }>(
              'lanhdao',
              `/petitions/${petition.id}`,
            )
          ).caseFiles.find(({ procedure }) => procedure === 'denunciation')?.id,
      );
      expect(desk.faults).toEqual([]);
    });

    it('names its team by a real picker of people, who then see it and nobody else does', async () => {
      await officers.step('lanhdao', denunciationId, 'ACCEPT', {
        ...(await officers.form('lanhdao', denunciationId, 'ACCEPT')),
        representativeNamed: true,
      });
      const outsider = await office.desk('chuyenvien');
      await outsider.page.goto(`/ho-so/${denunciationId}`);
      await outsider.page.getByRole('alert').waitFor();
      const desk = await office.desk('lanhdao');
      await openFile(desk, denunciationId);
      await record(desk, 'Tổ chức xác minh', {
        'Cách xác minh': 'Thành lập Đoàn/Tổ xác minh (NĐ31 Đ.10 k1)',
        'Tổ trưởng': 'Lê Thị Hạnh',
        'Thành viên': ['Trần Văn Bình'],
        'Không ai trong Đoàn/Tổ':
          'Không ai trong Đoàn/Tổ là người thân thích hoặc có lợi ích liên quan trực tiếp với người bị tố cáo',
        'Số quyết định, văn bản giao xác minh': '9/QĐ-UBND',
      });
      await until(async () => /xác minh/i.test((await stage(desk)) ?? ''));
      await eventually('the team sees the file', async () => {
        const { status } = await call(office.system.url, 'GET', `/case-files/${denunciationId}`, {
          token: await officers.token('chuyenvien'),
        });
        return status === 200 ? true : null;
      });
      await openFile(desk, denunciationId, 'nguoi');
      const people = desk.page.getByRole('region', { name: 'Người giữ hồ sơ' });
      await people.getByRole('listitem').filter({ hasText: 'Trần Văn Bình' }).getByText('người xác minh').waitFor();
      expect(desk.faults).toEqual([]);
    });

    it('is walked on by the officer of the team, masked all the way', async () => {
      const desk = await office.desk('chuyenvien');
      await openFile(desk, denunciationId);
      await record(desk, 'Làm việc với người bị tố cáo, ghi nhận giải trình', { 'Kết quả': 'Đã giải trình' });
      await desk.page.getByRole('tab', { name: /Diễn biến/ }).click();
      await desk.page.locator('.timeline').getByText('Làm việc với người bị tố cáo').first().waitFor();
      for (const tab of ['don', 'nguoi', 'lien-quan', 'tin-gui']) {
        await openFile(desk, denunciationId, tab);
        await desk.page.waitForLoadState('networkidle');
        expect(await desk.page.locator('main').textContent()).not.toContain('Triệu Thị Kín');
      }
      await desk.page.getByText('Không nhắn tin về đơn có nội dung tố cáo').waitFor();
      expect(desk.faults).toEqual([]);
    });

    it('takes notes under a warning, and none that names somebody by number', async () => {
      const desk = await office.desk('chuyenvien');
      const { page } = desk;
      await openFile(desk, denunciationId, 'ghi-chu');
      await page.getByText('không ghi họ tên, địa chỉ, số giấy tờ, điện thoại của người tố cáo').waitFor();
      await page.getByLabel('Ghi chú mới').fill('Gọi lại số 0912 345 678');
      await page.getByRole('button', { name: 'Ghi chú', exact: true }).click();
      await page.getByText('Ghi chú không được làm lộ người tố cáo').waitFor();
      expect(await page.getByLabel('Ghi chú mới').inputValue()).toContain('0912');
      await page.getByLabel('Ghi chú mới').fill('Mời làm việc sáng thứ Ba.');
      await page.getByRole('button', { name: 'Ghi chú', exact: true }).click();
      await page.getByRole('tab', { name: 'Ghi chú (1)' }).waitFor();
      const resolver = await office.desk('lanhdao', PHONE);
      await openFile(resolver, denunciationId, 'ghi-chu');
      await resolver.page.getByText('Mời làm việc sáng thứ Ba.').waitFor();
      expect([...desk.faults, ...resolver.faults]).toEqual([]);
    });
  });

  describe('a denouncer who asks for protection', () => {
    it('gets a file of its own, checked, decided and led to its paper by the resolver, on the screen alone', async () => {
      const { petition, id } = await new Denunciations(officers).verifying();
      const desk = await office.desk('lanhdao');
      const { page } = desk;
      await openFile(desk, id);
      await record(desk, 'Ghi nhận đề nghị bảo vệ', {
        'Hình thức đề nghị': 'Bằng văn bản (LTC Đ.50 k1)',
        'Đối tượng bảo vệ chính': 'Vị trí công tác, việc làm (LTC Đ.57)',
      });
      const protection = await new Denunciations(officers).fileOf(petition.id, 'protection');
      await openFile(desk, id, 'lien-quan');
      await page.locator(`main a[href="/ho-so/${protection}"]`).first().click();
      await page.waitForURL(new RegExp(`/ho-so/${protection}`));
      await record(desk, 'Ghi kết quả kiểm tra đề nghị bảo vệ');
      await record(desk, 'Quyết định áp dụng biện pháp bảo vệ', {
        'Biện pháp bảo vệ': 'Giữ bí mật, lược bỏ thông tin người tố cáo (LTC Đ.56)',
        'Biện pháp thuộc thẩm quyền': 'Có',
        'Số quyết định': '5/QĐ-UBND',
      });
      await until(async () => /bảo vệ/i.test((await stage(desk)) ?? ''));
      await openFile(desk, protection, 'van-ban');
      await page
        .getByRole('row', { name: /Quyết định áp dụng biện pháp bảo vệ/ })
        .first()
        .waitFor();
      expect(desk.faults).toEqual([]);
    }, 180_000);
  });

  describe('two people at once', () => {
    it('on a step: a page that was read anew behind the form still tells the second what the first has done', async () => {
      const { id } = await officers.complaintFile();
      const head = await office.desk('truongphong');
      await openFile(head, id);
      await head.page.getByRole('button', { name: 'Giao công chức theo dõi hồ sơ' }).click();
      const form = head.page.getByRole('dialog', { name: 'Giao công chức theo dõi hồ sơ' });
      await pick(head, form.getByRole('combobox').first(), 'Trần Văn Bình');
      await officers.step('lanhdao', id, 'ACCEPT', { documentNumber: '16/TB-UBND', conditionsChecked: true });
      // Coming back to the window reads the file anew.
      await until(async () => {
        await head.page.evaluate(`window.dispatchEvent(new Event('visibilitychange'))`);
        return (await stage(head)) === 'Đã thụ lý';
      });
      await form.getByRole('button', { name: 'Ghi nhận bước này' }).click();
      const news = head.page.getByRole('dialog', { name: 'Hồ sơ vừa được người khác cập nhật' });
      await news.getByText('Thụ lý giải quyết').first().waitFor();
      await news.getByRole('button', { name: 'Xem hồ sơ bản mới' }).click();
      await form.getByRole('button', { name: 'Ghi nhận bước này' }).click();
      await form.waitFor({ state: 'hidden' });
      await head.page.getByText('Giao cho Trần Văn Bình').waitFor();
      expect(head.faults).toEqual([]);
    }, 120_000);

    it('on a paper: the second sees field by field what differs, keeps theirs and overwrites nothing', async () => {
      const paper = await draft('ND124.07');
      const slow = await office.desk('chuyenvien');
      await openPaper(slow, paper);
      const fields = slow.page.getByRole('dialog').locator('form textarea:not([aria-hidden]), form input');
      await fields.nth(0).fill('Lời của chuyên viên');
      const names = paper.fields.filter(({ kind }) => kind !== 'list').map(({ name }) => name);
      const quick = await call(office.system.url, 'POST', `/documents/${paper.id}/fields`, {
        token: await officers.token('truongphong'),
        body: { typed: { [names[0] ?? '']: 'Lời của trưởng phòng', [names[1] ?? '']: 'Mục khác đã sửa' } },
        headers: { 'if-match': `"${paper.rev}"` },
      });
      expect(quick.status).toBe(200);
      await slow.page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click();
      const news = slow.page.getByRole('dialog', { name: 'Văn bản vừa được người khác sửa' });
      const row = news.getByRole('row').filter({ hasText: 'Lời của chuyên viên' });
      expect(await row.textContent()).toContain('Lời của trưởng phòng');
      const now = await officers.get<{ fields: { name: string; value: unknown }[] }>(
        'lanhdao',
        `/documents/${paper.id}`,
      );
      expect(now.fields.find(({ name }) => name === names[0])?.value).toBe('Lời của trưởng phòng');
      await news.getByRole('button', { name: 'Bản mới, giữ các mục tôi đã sửa' }).click();
      await until(async () => (await fields.nth(1).inputValue()) === 'Mục khác đã sửa');
      expect(await fields.nth(0).inputValue()).toBe('Lời của chuyên viên');
      await slow.page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click();
      await until(async () => {
        const saved = await officers.get<typeof now>('lanhdao', `/documents/${paper.id}`);
        return saved.fields.find(({ name }) => name === names[0])?.value === 'Lời của chuyên viên';
      });
      expect(slow.faults).toEqual([]);
    });

    it('on a note: the second sees the three wordings and nothing is lost', async () => {
      const first = await office.desk('chuyenvien');
      await openFile(first, complaintId, 'ghi-chu');
      await first.page.getByLabel('Ghi chú mới').fill('Hẹn đo đất sáng thứ Ba');
      await first.page.getByRole('button', { name: 'Ghi chú', exact: true }).click();
      await first.page.getByRole('button', { name: 'Sửa ghi chú của Trần Văn Bình' }).click();
      await first.page.getByLabel('Sửa ghi chú').fill('Hẹn đo đất chiều thứ Ba');
      const second = await office.desk('truongphong');
      await openFile(second, complaintId, 'ghi-chu');
      await second.page.getByRole('button', { name: 'Sửa ghi chú của Trần Văn Bình' }).click();
      await second.page.getByLabel('Sửa ghi chú').fill('Hẹn đo đất sáng thứ Tư');
      await second.page.getByRole('button', { name: 'Lưu ghi chú' }).click();
      await second.page.getByText('Hẹn đo đất sáng thứ Tư').waitFor();
      await first.page.getByRole('button', { name: 'Lưu ghi chú' }).click();
      const news = first.page.getByRole('dialog', { name: 'Ghi chú vừa được người khác sửa' });
      await news.getByText('Hẹn đo đất sáng thứ Tư').waitFor();
      for (const words of ['Hẹn đo đất sáng thứ Ba', 'Hẹn đo đất chiều thứ Ba', 'Lê Thị Hạnh'])
        expect(await news.textContent()).toContain(words);
      await news.getByRole('button', { name: 'Viết tiếp trên bản mới' }).click();
      expect(await first.page.getByLabel('Sửa ghi chú').inputValue()).toBe('Hẹn đo đất chiều thứ Ba');
      await first.page.getByRole('button', { name: 'Lưu ghi chú' }).click();
      await first.page.getByText('sửa lần 2').waitFor();
      expect([...first.faults, ...second.faults]).toEqual([]);
    });
  });

  it('a paper is shown in place, returned with a word, and sent to each addressee on a slip of its own', async () => {
    const paper = await draft('ND124.03');
    const typed = Object.fromEntries(
      paper.fields.map(({ name, kind, items }) => [
        name,
        kind === 'list' ? [Object.fromEntries(items.map((item) => [item, 'Theo đơn']))] : 'Theo đơn và tài liệu',
      ]),
    );
    await call(office.system.url, 'POST', `/documents/${paper.id}/fields`, {
      ...{ token: await officers.token('chuyenvien'), body: { typed }, headers: { 'if-match': `"${paper.rev}"` } },
    });
    const officer = await office.desk('chuyenvien');
    const press = async (desk: Desk, name: string, then: string): Promise<void> => {
      await desk.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
      await until(async () => (await desk.page.getByRole('dialog').textContent())?.includes(then) ?? false);
    };
    await openPaper(officer, paper);
    await officer.page.getByRole('button', { name: 'Xem trước tại đây' }).click();
    await officer.page.locator('iframe[title^="Bản in"]').waitFor();
    await officer.page.getByRole('button', { name: 'Đóng xem trước' }).click();
    await press(officer, 'Trình ký', 'Đã trình ký');
    const head = await office.desk('truongphong');
    await openPaper(head, paper);
    await head.page.getByLabel('Ý kiến khi trả lại, lý do khi hủy').fill('Ghi rõ ngày nhận đơn.');
    await press(head, 'Trả lại', 'Ghi rõ ngày nhận đơn.');
    await openPaper(officer, paper);
    await officer.page.getByText('Văn bản được trả lại, kèm ý kiến').waitFor();
    await press(officer, 'Trình ký', 'Đã trình ký');
    await openPaper(head, paper);
    await press(head, 'Duyệt', 'Đã duyệt, chờ ký');
    const chairman = await office.desk('lanhdao');
    await openPaper(chairman, paper);
    await press(chairman, 'Ký', 'người ký: Phạm Quốc Cường');
    await openPaper(officer, paper);
    await press(officer, 'Cho số, phát hành', 'Phiếu gửi');
    const drawer = officer.page.getByRole('dialog');
    await drawer
      .getByRole('button', { name: /^Lập phiếu gửi/ })
      .first()
      .click();
    await drawer.getByLabel('Tên người, cơ quan nhận').fill('Huỳnh Thị Ngọc Ánh');
    await drawer.getByLabel('Căn cứ đã nhận').fill('Biên bản giao nhận ngày hôm nay');
    await drawer.getByRole('button', { name: 'Lưu phiếu gửi' }).click();
    await drawer.getByText('Đã gửi, chờ hồi báo').waitFor();
    await officer.page.keyboard.press('Escape');
    const index = officer.page.getByRole('region', { name: 'Mục lục hồ sơ, bút lục' });
    await index.getByRole('spinbutton').last().fill('7');
    await index.getByRole('button', { name: 'Lưu số tờ' }).click();
    await index.getByRole('cell', { name: /\d–\d/ }).first().waitFor();
    for (const desk of [officer, head, chairman]) expect(desk.faults).toEqual([]);
  }, 180_000);

  it('a mixed petition is entered part by part, and whole and parts lead to each other', async () => {
    const mixed = await officers.register({ type: 'mixed', content: 'Khiếu nại thu hồi đất; kiến nghị sửa đường' });
    const desk = await office.desk('motcua');
    const { page } = desk;
    await openFile(desk, mixed.caseFileId);
    await record(desk, 'Phân loại đơn', { 'Loại theo nội dung': 'Nhiều nội dung' });
    await officers.step('motcua', mixed.caseFileId, 'SPLIT', { contents: ['complaint', 'feedback'] });
    await openFile(desk, mixed.caseFileId, 'don');
    const split = page.getByRole('region', { name: 'Vào sổ từng phần của đơn nhiều nội dung' });
    await split.getByText('Phần khiếu nại').click();
    await split.getByText('Phần kiến nghị, phản ánh').click();
    await split.getByLabel('Nội dung của phần này').nth(0).fill('Khiếu nại quyết định thu hồi 120 m2 đất');
    await split.getByLabel('Nội dung của phần này').nth(1).fill('Kiến nghị sửa đường liên thôn');
    await split.getByRole('button', { name: 'Vào sổ 2 phần' }).click();
    await split.waitFor({ state: 'detached' });
    await openFile(desk, mixed.caseFileId, 'lien-quan');
    const parts = page.getByRole('region', { name: /các phần đã tách/ });
    await parts.getByRole('link').first().waitFor();
    expect(await parts.getByRole('link').count()).toBe(2);
    await parts.getByRole('link').first().click();
    await page.getByRole('tab', { name: 'Liên quan' }).click();
    await parts.getByText('Tách từ').waitFor();
    await parts.getByRole('link', { name: `đơn số ${mixed.registerLabel}` }).waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('a citizen agrees to be told, and may take it back', async () => {
    const desk = await office.desk('chuyenvien');
    const { page } = desk;
    await openFile(desk, complaintId, 'tin-gui');
    await page.getByLabel('Số điện thoại hoặc địa chỉ thư').fill('12345678');
    await page.getByRole('button', { name: 'Ghi sự đồng ý' }).click();
    await page.getByRole('alert').getByText('Số điện thoại chưa đúng').first().waitFor();
    await page.getByLabel('Số điện thoại hoặc địa chỉ thư').fill('0912 345 678');
    await page.getByRole('button', { name: 'Ghi sự đồng ý' }).click();
    await page.getByText('0912345678').waitFor();
    await page.getByRole('button', { name: 'Thôi nhận Tin nhắn SMS' }).click();
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Thôi nhận' }).click();
    await page.getByText('Chưa có nơi nhận tin nào').waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('a second complaint finds its first decision by number, and the two files lead to each other', async () => {
    const first = new Matters(officers, COMMUNE);
    const firstId = await first.open();
    await first.accept(firstId);
    await first.decidedOnReview(firstId);
    await first.deliver(firstId, 'decision');
    const { petition } = await officers.get<{ petition: { registerLabel: string } }>(
      'lanhdao',
      `/case-files/${firstId}`,
    );
    const second = await officers.registerAs('motcua.tinh', { content: 'Không đồng ý với quyết định lần đầu' });
    const step = (who: string, type: string, inputs: Record<string, unknown>) =>
      officers.step(who, second.caseFileId, type, inputs);
    await step('motcua.tinh', 'CLASSIFY', { contentType: 'complaint' });
    await step('motcua.tinh', 'CHECK_ELIGIBILITY', { eligible: true });
    await step('chuyenvien.tinh', 'CHECK_COMPETENCE', { competent: true });
    const [year, month, day] = (await officers.get<{ today: string }>('lanhdao', '/clock')).today.split('-');
    const desk = await office.desk('chuyenvien.tinh');
    // For whoever wants less motion, lists once opened a thousand screens away.
    await desk.page.emulateMedia({ reducedMotion: 'reduce' });
    await openFile(desk, second.caseFileId);
    await record(desk, 'Đề xuất thụ lý, mở hồ sơ giải quyết', {
      'Đề xuất': 'Thụ lý',
      'Lần khiếu nại': 'Lần hai',
      'Hồ sơ giải quyết lần đầu': `${petition.registerLabel}, giải quyết khiếu nại`,
      'Ngày nhận quyết định giải quyết lần đầu': `${day}/${month}/${year}`,
      'Lý do khiếu nại lần hai': 'Không đồng ý với quyết định giải quyết lần đầu (LKN Đ.33 k1)',
    });
    const secondId = await eventually(
      'the second file',
      async () =>
        (
          await officers.get<{ caseFiles: { id: string; procedure: string }[] }>(
            'lanhdao.tinh',
            `/petitions/${second.id}`,
          )
        ).caseFiles.find(({ procedure }) => procedure === 'complaint')?.id,
    );
    await openFile(desk, secondId, 'lien-quan');
    const files = desk.page.getByRole('region', { name: 'Hồ sơ liên quan' });
    await files.getByText('Hồ sơ giải quyết lần đầu:').waitFor();
    const resolver = await office.desk('lanhdao');
    await openFile(resolver, firstId, 'lien-quan');
    await resolver.page
      .getByRole('region', { name: 'Hồ sơ liên quan' })
      .getByText('Hồ sơ giải quyết lần hai:')
      .waitFor();
    expect([...desk.faults, ...resolver.faults]).toEqual([]);
  }, 120_000);
});
