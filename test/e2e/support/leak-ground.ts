import { call, type Answer } from './call.js';
import { Office } from './cases.js';
import { LiveStream } from './live.js';
import { AUTHOR, CONTENT_MARK, EMAIL, PERSON, TYPED_MARK } from './marks.js';
import type { Registered } from './petitions.js';
import { scannedPdf, WHO_BOX } from './scan.js';
import type { RunningSystem } from './system.js';

export const ACCOUNTS = [
  ...['motcua', 'chuyenvien', 'truongphong', 'lanhdao', 'lanhdao.tinh', 'thanhtra', 'baomat', 'baomat2', 'quantri'],
];
const DAY = '2026-07-06';
const DENOUNCED = {
  petitioners: [PERSON],
  content: `Tố cáo cán bộ địa chính nhận tiền ở quán ${CONTENT_MARK} khi làm sổ đỏ`,
  respondent: `Cán bộ địa chính ${CONTENT_MARK}`,
  receivedOn: DAY,
};

/** A photo of a phone with what it writes beside the picture, and nothing of a picture that anybody needs. */
const photoOf = (author: string): Buffer => {
  const note = Buffer.from(`Exif\0\0MM\0*\0\0\0\b\0\0${author}`);
  const segment = (marker: number, body: Buffer): Buffer => {
    const head = Buffer.of(0xff, marker, 0, 0);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  const frame = Buffer.from([8, 0, 16, 0, 16, 1, 1, 0x11, 0]);
  const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.alloc(40, 0x11)]);
  return Buffer.concat([
    ...[Buffer.of(0xff, 0xd8), segment(0xe1, note), segment(0xfe, Buffer.from(author)), segment(0xc0, frame)],
    ...[scan, Buffer.of(0xff, 0xd9)],
  ]);
};

/** A denunciation with marks in every field that says who somebody is, passed through every act that touches them. */
export class LeakGround {
  readonly office: Office;
  registered!: Registered;
  mixed!: Registered;
  /** A scan with a text layer, words in a bad PDF, a photo. */
  attachments!: { readonly scan: string; readonly words: string; readonly photo: string };
  readonly papers: string[] = [];
  session!: string;
  visit!: string;
  readonly streams: LiveStream[] = [];

  private constructor(readonly system: RunningSystem) {
    this.office = new Office(system);
  }

  static async lay(system: RunningSystem): Promise<LeakGround> {
    const ground = new LeakGround(system);
    for (const username of ACCOUNTS)
      ground.streams.push(await LiveStream.open(system.url, await ground.office.token(username)));
    try {
      await ground.register();
      await ground.attach();
      await ground.mistakes();
      await ground.typed();
      await ground.open();
      await ground.read();
      await ground.receive();
      return ground;
    } catch (error) {
      await ground.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.streams.map((stream) => stream.cut()));
  }

  async post(username: string, path: string, body: unknown = {}): Promise<Answer> {
    return call(this.system.url, 'POST', path, { token: await this.office.token(username), body });
  }
  private async must(username: string, path: string, body: unknown = {}): Promise<Answer['body']> {
    const answer = await this.post(username, path, body);
    if (answer.status >= 300) throw new Error(`POST ${path} as ${username}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  private async register(): Promise<void> {
    // Whoever is told anything is told it by mail as well.
    for (const username of ['motcua', 'lanhdao', 'baomat'])
      await this.must(username, '/me/contacts', {
        ...{ channel: 'email', address: `${username}@tanthanh.example` },
        ...{ quietFrom: '00:00', quietTo: '00:00' },
      });
    this.registered = await this.office.register({ type: 'denunciation', ...DENOUNCED });
    this.mixed = await this.office.register({ type: 'mixed', ...DENOUNCED });
  }

  private async attach(): Promise<void> {
    const form = new FormData();
    const words = Buffer.from(`%PDF-1.7\n${PERSON.fullName} ${PERSON.address}\ntrailer<<>>\n%%EOF`);
    const files: [string, Buffer][] = [
      [`Đơn của ${PERSON.fullName}.pdf`, scannedPdf({ who: AUTHOR, what: CONTENT_MARK })],
      [`Bản viết tay ${PERSON.phone}.pdf`, words],
      [`Ảnh của ${AUTHOR}.jpg`, photoOf(AUTHOR)],
    ];
    for (const [name, bytes] of files) form.append('files', new Blob([new Uint8Array(bytes)]), name);
    const token = await this.office.token('motcua');
    const path = `/petitions/${this.registered.id}/attachments`;
    const stored = await call<{ id: string; mediaType: string; sizeBytes: number }[]>(this.system.url, 'POST', path, {
      ...{ token, form },
    });
    if (stored.status !== 201) throw new Error(stored.text);
    const [scan, other] = stored.body
      .filter(({ mediaType }) => mediaType === 'application/pdf')
      .toSorted((a, b) => b.sizeBytes - a.sizeBytes);
    const photo = stored.body.find(({ mediaType }) => mediaType === 'image/jpeg');
    this.attachments = { scan: scan!.id, words: other!.id, photo: photo!.id };
  }

  /** What the counter checks, repeats and gets wrong passes through the product too. */
  private async mistakes(): Promise<void> {
    const paper = { type: 'denunciation', channel: 'in_person', ...DENOUNCED };
    await this.post('motcua', '/petitions/resend-checks', DENOUNCED);
    await this.post('motcua', '/petitions', { ...paper, channel: 'nowhere' });
    await this.post('motcua', '/petitions', { ...paper, receivedOn: '2999-01-01' });
    await call(this.system.url, 'POST', '/petitions', {
      ...{ token: await this.office.token('motcua'), body: paper },
      headers: { 'idempotency-key': 'leak-0001' },
    });
    // A denouncer is not written to: refused, and no trace of the address.
    await this.post('motcua', `/petitions/${this.registered.id}/contacts`, { channel: 'email', address: EMAIL });
    await this.post('motcua', `/petitions/${PERSON.fullName}/contacts`, { channel: EMAIL });
    for (const q of [PERSON.fullName, PERSON.personalId, PERSON.phone, 'kwyjibo'])
      for (const username of ACCOUNTS) await this.post(username, '/search', { q });
    const wrong = await this.office.register({ type: 'denunciation', ...DENOUNCED });
    await this.must('motcua', `/petitions/${wrong.id}/void`, {
      ...{ reasonCode: 'registered-twice', reason: `${PERSON.fullName} nộp hai lần` },
    });
  }

  private async typed(): Promise<void> {
    const { id, caseFileId } = this.registered;
    await this.office.step('motcua', caseFileId, 'CLASSIFY', {
      contentType: 'denunciation',
      note: `Bà Kwyjibo trình bày ở quán ${CONTENT_MARK}, ${TYPED_MARK}`,
    });
    await this.must('motcua', `/case-files/${caseFileId}/notes`, { text: `Hẹn ở ${TYPED_MARK}` });
    const { petitioners } = await this.office.get<{ petitioners: { id: string }[] }>('motcua', `/petitions/${id}`);
    await this.must('motcua', `/petitions/${id}/corrections`, {
      reason: `Ghi nhầm theo ${TYPED_MARK}`,
      petitioners: [{ id: petitioners[0]!.id, phone: '0987001123', address: `${PERSON.address}, số 9` }],
    });
    const where = { onDay: DAY, where: `Biên bản ${TYPED_MARK} của ${PERSON.fullName}` };
    const petitionerId = petitioners[0]!.id;
    for (const fact of [{ kind: 'identitySelfDisclosed', petitionerId }, { kind: 'separateMeeting' }])
      await this.must('lanhdao', `/petitions/${id}/secrecy-facts`, { ...fact, ...where });
    const stranger = await this.office.userId('chuyenvien3');
    await this.must('lanhdao', `/petitions/${id}/conflicts`, { userId: stranger, kind: 'relative' });
    for (const form of ['ND31.05', 'ND31.04']) {
      const draft = await this.must('lanhdao', `/case-files/${caseFileId}/documents`, { form });
      this.papers.push(String(draft['id']));
    }
  }

  /** Originals are opened, shown page by page, and a redacted copy is made of one. */
  private async open(): Promise<void> {
    const path = `/petitions/${this.registered.id}/attachments/${this.attachments.scan}`;
    for (const way of ['original-readings', 'page-readings'])
      await this.must('lanhdao', `${path}/${way}`, { purpose: 'verification' });
    const pages = [1, 2].map((page) => ({ page, boxes: [WHO_BOX] }));
    await this.must('lanhdao', `${path}/working-copies`, { pages });
  }

  /** Read by standing right and by release. */
  private async read(): Promise<void> {
    const { caseFileId, registerLabel } = this.registered;
    await this.must('lanhdao', `/case-files/${caseFileId}/identity-readings`, { purpose: 'verification' });
    const asked = await this.must('thanhtra', '/identity-releases', {
      ...{ agency: 'XA-TANTHANH', registerNumber: registerLabel, purpose: 'inspection', hours: 24 },
      reason: `Thanh tra trách nhiệm, vụ ${TYPED_MARK}`,
    });
    await this.must('baomat', `/identity-releases/${String(asked['id'])}/approve`);
    await this.must('thanhtra', `/identity-releases/${String(asked['id'])}/readings`);
  }

  private async receive(): Promise<void> {
    const session = { kind: 'regular', heldOn: DAY, startsAt: '07:30', place: 'Phòng tiếp công dân' };
    this.session = String((await this.must('motcua', '/reception/sessions', session))['id']);
    const { birthDate: _, ...person } = PERSON;
    const visit = await this.must('motcua', `/reception/sessions/${this.session}/visits`, {
      ...{ type: 'denunciation', summary: `Tố cáo ở quán ${CONTENT_MARK}`, people: [person] },
    });
    this.visit = String(visit['id']);
  }
}
