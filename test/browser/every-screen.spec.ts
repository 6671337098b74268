import { describeWithChromium } from '#testing/support/chromium';
import { topicOf } from '../../apps/web/src/help/topics.js';
import { call, signIn } from '../e2e/support/call.js';
import { SCREENS } from './screens.js';
import { barriers } from './support/barriers.js';
import { type Desk, DESKTOP, Office, PHONE, ZOOMED } from './support/desk.js';

/** Controls without a name, pictures without words: read from the page as a screen reader would. */
const NAMELESS = `(() => {
  const named = (e) => e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || e.title ||
    (e.labels && e.labels.length > 0) || e.textContent.trim() || e.closest('label');
  const visible = (e) => e.getClientRects().length > 0;
  return [...document.querySelectorAll('button, a[href], input, select, textarea, [role=combobox], svg[role=img]')]
    .filter((e) => visible(e) && e.type !== 'hidden' && !e.closest('[aria-hidden=true]') && !named(e))
    .map((e) => e.outerHTML.slice(0, 160));
})()`;
/** How far the page can be pushed sideways, in pixels. */
const SIDEWAYS = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;
/** Text whose contrast with its ground is below 4.5:1 (3:1 for large text), sampled over every visible leaf. */
const FAINT = `(() => {
  const parse = (c) => (c.match(/[\\d.]+/g) ?? []).map(Number);
  const lum = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const over = ([r, g, b, a = 1], under) => [r, g, b].map((v, i) => v * a + under[i] * (1 - a));
  const ground = (e) => {
    const layers = [];
    for (let at = e; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== 'none') return null;
      const colour = parse(style.backgroundColor);
      if (colour.length && (colour[3] ?? 1) > 0) { layers.push(colour); if ((colour[3] ?? 1) === 1) break; }
    }
    return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255]);
  };
  const bad = [];
  for (const e of document.querySelectorAll('body *')) {
    if (!e.getClientRects().length || e.closest('svg') || e.closest('[aria-disabled=true], :disabled, .ant-select-disabled')) continue;
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
    const style = getComputedStyle(e);
    const under = ground(e);
    if (!under || style.visibility === 'hidden' || Number(style.opacity) === 0) continue;
    const ink = over(parse(style.color), under);
    const [light, dark] = [lum(ink), lum(under)].sort((a, b) => b - a);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 600);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < (large ? 3 : 4.5)) bad.push(e.textContent.trim().slice(0, 40) + ' ' + ratio.toFixed(2));
  }
  return bad;
})()`;
/** Everything a person sees or hears: text, names, titles, placeholders. */
const SAID = `document.body.innerText + ' ' + [...document.querySelectorAll('[aria-label], [title], [placeholder]')]
  .flatMap((e) => ['aria-label', 'title', 'placeholder'].map((name) => e.getAttribute(name) ?? '')).join(' ')`;
/** Words that only an English library would show. */
const ENGLISH =
  /\b(loading|search|close|clear|cancel|submit|next|previous|no data|please|select|upload|error|undefined|null|NaN|true|false|received|accepted|verifying|overdue|running|dueSoon|complaint|receptionist)\b/i;

const NAVIGATORS = [
  ...['motcua', 'chuyenvien', 'truongphong', 'lanhdao', 'lanhdao.tinh', 'thanhtra', 'baomat', 'quantri'],
];

describeWithChromium('every screen', () => {
  let office: Office;
  let caseFileId = '';
  let sessionId = '';
  let visitId = '';
  beforeAll(async () => {
    office = await Office.open({ worker: true });
    const token = await signIn(office.system.url, 'motcua');
    const today = (await call<{ today: string }>(office.system.url, 'GET', '/app-info')).body.today;
    for (const [i, type] of ['complaint', 'feedback', 'denunciation', 'complaint'].entries()) {
      const { body } = await call<{ caseFileId: string }>(office.system.url, 'POST', '/petitions', {
        token,
        headers: { 'idempotency-key': `screen-${i}` },
        body: {
          type,
          channel: 'in_person',
          receivedOn: today,
          content: `Nội dung đơn thứ ${i + 1}: đề nghị xem xét việc cấp giấy chứng nhận quyền sử dụng đất.`,
          petitioners: [{ fullName: 'Võ Thị Kim Xuyến', birthDate: '1980', address: 'Ấp 4, xã Tân Thành' }],
        },
      });
      if (type === 'complaint') caseFileId = body.caseFileId;
    }
    const receive = async (path: string, body: object) =>
      (await call<{ id: string }>(office.system.url, 'POST', `/reception/sessions${path}`, { token, body })).body.id;
    sessionId = await receive('', { kind: 'regular', heldOn: today, startsAt: '07:30', place: 'Phòng tiếp công dân' });
    visitId = await receive(`/${sessionId}/visits`, {
      ...{ type: 'complaint', summary: 'Không đồng ý mức bồi thường đất' },
      people: [{ fullName: 'Võ Thị Kim Xuyến', address: 'Ấp 4, xã Tân Thành' }],
    });
  });
  afterAll(() => office?.close());

  const desks = new Map<string | null, Promise<Desk>>();
  const deskOf = (person: string | null): Promise<Desk> => {
    const desk = desks.get(person) ?? office.desk(person);
    desks.set(person, desk);
    return desk;
  };

  it.each(SCREENS)('$person $path: fits, is named, is legible and speaks Vietnamese', async ({ person, path }) => {
    const desk = await deskOf(person);
    const { page } = desk;
    await page.setViewportSize(DESKTOP);
    await desk.goTo(path.replace('CASE', caseFileId).replace('SESSION', sessionId).replace('VISIT', visitId));
    for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE, 'zoom 200 %': ZOOMED })) {
      await page.setViewportSize(viewport);
      await page.waitForLoadState('networkidle');
      const found = {
        size,
        sideways: await page.evaluate<number>(SIDEWAYS),
        nameless: await page.evaluate<string[]>(NAMELESS),
        faint: await page.evaluate<string[]>(FAINT),
        english: ENGLISH.exec(await page.evaluate<string>(SAID))?.[0],
        headings: await page.locator('h1').count(),
        barriers: size === 'zoom 200 %' ? [] : await barriers(page),
        faults: desk.faults.splice(0),
      };
      expect(found).toEqual({
        ...{ size, sideways: 0, nameless: [], faint: [], english: undefined, headings: 1 },
        ...{ barriers: [], faults: [] },
      });
    }
  });

  it.each(NAVIGATORS)(
    'has no dead link in the navigation of %s, and help for each',
    async (person) => {
      const desk = await deskOf(person);
      await desk.page.setViewportSize(DESKTOP);
      await desk.goTo('/');
      const links = await Promise.all(
        (await desk.page.locator('nav.sidenav a').all()).map((link) => link.getAttribute('href')),
      );
      expect(links.length).toBeGreaterThan(1);
      for (const link of links) {
        await desk.goTo(link ?? '');
        await desk.page.waitForLoadState('networkidle');
        expect(await desk.page.getByRole('heading', { name: 'Không có trang này' }).count()).toBe(0);
        expect({ link, help: link === '/tra-cuu' || topicOf(link ?? '') !== undefined }).toEqual({ link, help: true });
        expect({ link, alerts: await desk.page.getByRole('alert').allTextContents() }).toEqual({ link, alerts: [] });
      }
      expect(desk.faults.splice(0)).toEqual([]);
    },
    240_000,
  );
});
