import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { describeWithChromium } from '#testing/support/chromium';
import { eventually, Office as Officers } from '../e2e/support/cases.js';
import { Office, PHONE } from './support/desk.js';
import { shoot } from './support/picture.js';

describeWithChromium('the health of the system on the screen', () => {
  let office: Office;
  let worker: ChildProcess;
  beforeAll(async () => {
    office = await Office.open();
    const { system } = office;
    worker = await system.startWorker();
    const { caseFileId } = await new Officers(system).register();
    await system.database.admin.query(
      `INSERT INTO app.effect (case_id, kind, payload) VALUES ($1, 'case.advance', '{"ruleId": "KN.EFFECT.L1", "occurredOn": "2025-01-06"}')`,
      [caseFileId],
    );
    await eventually('the refusal and the first beat', async () => {
      const { rows } = await system.database.admin.query(
        'SELECT FROM app.effect e, app.process_pulse p WHERE e.failed_at IS NOT NULL',
      );
      return rows.length > 0 ? true : null;
    });
  });
  afterAll(() => office?.close());

  it('tells the administrator what runs, what waits and what needs a look, and names nobody', async () => {
    const desk = await office.desk('quantri');
    const { page } = desk;
    await desk.goTo('/tinh-trang-he-thong');
    await page.getByText('1 bộ phận đang chạy.').waitFor();
    const shown = (await page.locator('main').textContent()) ?? '';
    for (const words of ['PostgreSQL 18', 'Đủ ', 'đang chờ', 'Không có mốc nào trễ', 'Còn ', 'tin chỉ ghi ra tệp'])
      expect(shown).toContain(words);
    await shoot(desk, 'tinh-trang');
    await page.getByRole('link', { name: 'Việc bị từ chối' }).click();
    const row = page.locator('#viec-bi-tu-choi tbody tr');
    expect(await row.textContent()).toContain('không có bước này');
    await row.getByRole('button', { name: 'Làm lại…' }).click();
    await page.getByRole('textbox', { name: /^Lý do làm lại/ }).fill('Đã xem lại hồ sơ');
    await page.getByRole('dialog').getByRole('button', { name: 'Làm lại', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Đếm và đối chiếu' }).click();
    await page.getByText('Tệp nào cũng có dòng trong cơ sở dữ liệu').waitFor();
    await page.getByText('Đủ 0 tệp được nhắc đến').waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('tells when the last backup was taken and whether a drill came to a good end, and what to do', async () => {
    const desk = await office.desk('quantri');
    const { page } = desk;
    await desk.goTo('/tinh-trang-he-thong');
    const keeping = page.getByRole('region', { name: 'Lưu giữ', exact: true });
    await keeping.getByText('Chưa sao lưu lần nào.').waitFor();
    await keeping.getByText('backup THƯ-MỤC', { exact: false }).waitFor();
    await office.system.database.admin.query(
      `INSERT INTO app.backup_run (kind, name, place, started_at, finished_at, ok, summary) VALUES
         ('backup', '20261121T180000Z', '/mnt/dia-ngoai/nghe-dan', now() - interval '3 hours', now() - interval '3 hours', true,
          '{"bytes": 734003200, "blobs": 5120, "events": 88000, "embedded": true}'),
         ('drill', '20261121T180000Z', '/mnt/dia-ngoai/nghe-dan', now() - interval '2 hours', now() - interval '2 hours', false,
          '{"differences": ["Thiếu tệp WAL 00000001000000000000002A.gz."]}')`,
    );
    await desk.goTo('/tinh-trang-he-thong');
    await keeping.getByText('Cách đây 3 giờ, cất ở /mnt/dia-ngoai/nghe-dan').waitFor();
    await keeping.getByText('(bản 20261121T180000Z) không đạt', { exact: false }).waitFor();
    await keeping.getByRole('link', { name: 'Diễn tập khôi phục' }).click();
    await page.locator('#sao-luu').getByText('Thiếu tệp WAL 00000001000000000000002A.gz.').waitFor();
    await shoot(desk, 'tinh-trang-sao-luu');
    expect(desk.faults).toEqual([]);
  });

  it('says at once when nothing works behind the scenes any more', async () => {
    const gone = once(worker, 'exit');
    worker.kill('SIGKILL');
    await gone;
    await office.system.database.admin.query(`UPDATE app.process_pulse SET seen_at = now() - interval '1 hour'`);
    const desk = await office.desk('quantri', PHONE);
    await desk.goTo('/tinh-trang-he-thong');
    await desk.page.getByText('Không còn báo').first().waitFor();
    await desk.page.getByText('nhắc việc, báo quá hạn và gửi tin đều dừng', { exact: false }).first().waitFor();
    await shoot(desk, 'tinh-trang-dien-thoai');
    expect(desk.faults).toEqual([]);
  });
});
