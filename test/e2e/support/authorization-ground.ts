import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from './call.js';
import type { Office } from './cases.js';
import { register, today } from './petitions.js';

type Method = 'GET' | 'POST' | 'PUT';
type Values = Readonly<Record<string, string>>;

/** Who asks: the place of the role in the table, and the account. */
export interface Asker {
  readonly place: number;
  readonly username: string;
}
export type ValuesOf = (path: string, asker: Asker) => Values;

const sha = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();
/** One more open session of every account, to be ended. */
const ownSession = (username: string): { token: Buffer; id: string } => {
  const token = sha(`one more of ${username}`);
  return { token, id: sha(token).toString('hex') };
};

const PDF = '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF';
/** Nothing of this kind is laid: whoever may ask is told what is missing in the form first. */
const NOBODYS = '01900000-0000-7000-8000-000000000000';
const CHANNELS = ['email', 'sms', 'zalo'] as const;
const TUS = { 'tus-resumable': '1.0.0' };

/** Things of the commune XA-TANTHANH (and of its province) that the operations of the table are asked about. */
export class Ground {
  private constructor(private readonly office: Office) {}

  /** Answers, for a path of the document, what fills it. */
  static async lay(office: Office): Promise<ValuesOf> {
    const ground = new Ground(office);
    const petition = await ground.petition();
    const parts: readonly Values[] = await Promise.all([
      ground.file(petition),
      ground.reception(),
      ground.oversight(),
      ground.desk(petition.id),
    ]);
    // A calendar is published as it was previewed: nothing is registered in between.
    const all: Values = Object.assign({}, ...parts, await ground.administration()) as Values;
    const special: Values = {
      '/api/v1/petitions/{id}/online-filing': all['filing']!,
      '/api/v1/case-files/{id}/identity-readings': all['sealed']!,
    };
    // What can be done once only is there several times, so that no role takes it from the next.
    return (path, { place, username }) => {
      const ids = (special[path] ?? all[idOf(path)] ?? '').split(' ');
      const session = path.includes('/me/') ? ownSession(username).id : 'a'.repeat(64);
      return { ...all, session, id: ids[place % ids.length]!, channel: CHANNELS[place % CHANNELS.length]! };
    };
  }

  private async must(
    username: string,
    method: Method,
    path: string,
    given: { body?: unknown; form?: FormData; headers?: Record<string, string> } = {},
  ) {
    const token = await this.office.token(username);
    const answer = await call<Record<string, unknown>>(this.office.system.url, method, path, { token, ...given });
    if (answer.status >= 300) throw new Error(`${method} ${path} as ${username}: ${answer.status} ${answer.text}`);
    return answer;
  }

  private async petition() {
    const petition = await register(this.office.system.url, await this.office.token('motcua'));
    const form = new FormData();
    form.append('files', new Blob([PDF]), 'đơn.pdf');
    const stored = await this.must('motcua', 'POST', `/petitions/${petition.id}/attachments`, { form });
    const [attachment] = stored.body as unknown as { id: string }[];
    return { ...petition, attachmentId: attachment!.id };
  }

  private async file({
    id,
    caseFileId,
    attachmentId,
    lookupCode,
  }: Awaited<ReturnType<Ground['petition']>>): Promise<Values> {
    const note = await this.must('chuyenvien', 'POST', `/case-files/${caseFileId}/notes`, {
      body: { text: 'Ghi chú' },
    });
    const paper = await this.signedPaper(caseFileId);
    const entries = await this.office.get<{ id: string }[]>('motcua', `/case-files/${caseFileId}/timeline`);
    return {
      ...{ '/petitions': id, '/case-files': caseFileId, attachmentId, lookupCode, caseFileId },
      ...{ noteId: String(note.body['id']), '/documents': paper, '/audit/events': entries[0]!.id },
    };
  }

  private async signedPaper(caseFileId: string): Promise<string> {
    const { body } = await this.must('chuyenvien', 'POST', `/case-files/${caseFileId}/documents`, {
      body: { form: 'ND124.03' },
    });
    const id = String(body['id']);
    const fields = body['fields'] as { name: string; value: unknown; kind: string }[];
    const open = fields.filter(({ value }) => value === null);
    const typed = Object.fromEntries(open.map(({ name, kind }) => [name, kind === 'list' ? [{}] : 'Theo hồ sơ']));
    const step = async (username: string, what: string, sent: unknown = {}) => {
      const { headers } = await this.must(username, 'GET', `/documents/${id}`);
      await this.must(username, 'POST', `/documents/${id}/${what}`, {
        body: sent,
        headers: { 'if-match': headers.get('etag') ?? '' },
      });
    };
    await step('chuyenvien', 'fields', { typed });
    await step('chuyenvien', 'submit');
    await step('truongphong', 'approve');
    await step('lanhdao', 'sign');
    await step('motcua', 'issue');
    const form = new FormData();
    form.append('file', new Blob([PDF]), 'đã ký.pdf');
    await this.must('motcua', 'POST', `/documents/${id}/signed`, { form });
    return id;
  }

  private async reception(): Promise<Values> {
    const leaderId = await this.office.userId('lanhdao');
    const ahead = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const plan = { startsAt: '07:30', leaderId, attendees: 'Công chức địa chính', topics: 'Đất đai' };
    const at = '/reception';
    const made = async (path: string, body: unknown) =>
      String((await this.must('motcua', 'POST', at + path, { body })).body['id']);
    const schedule = await made('/schedules', {
      ...{ fromOn: today(), toOn: ahead, place: 'Phòng tiếp công dân', regularHours: 'Ngày làm việc' },
      sessions: [{ ...plan, heldOn: ahead }],
    });
    const session = await made('/sessions', {
      kind: 'regular',
      heldOn: today(),
      startsAt: '07:30',
      place: 'Phòng tiếp công dân',
    });
    const person = { fullName: 'Đặng Thị Hoa', address: 'Thôn 2', personalId: '001185000021' };
    const visit = await made(`/sessions/${session}/visits`, {
      type: 'complaint',
      summary: 'Khiếu nại',
      people: [person],
    });
    const dialogue = await made('/dialogues', { ...plan, heldOn: today(), place: 'Hội trường' });
    const { body: open } = await this.must('motcua', 'GET', `${at}/sessions/${dialogue}`);
    await this.must('motcua', 'POST', `${at}/sessions/${dialogue}/events`, {
      headers: { 'if-match': `"${String(open['rev'])}"` },
      body: { type: 'HOLD', hostedBy: leaderId },
    });
    const opinion = await made(`/dialogues/${dialogue}/opinions`, { content: 'Đường hỏng' });
    const task = await made(`/sessions/${dialogue}/tasks`, {
      content: 'Khảo sát',
      body: 'Công chức xây dựng',
      dueOn: ahead,
    });
    return {
      ...{ '/reception/schedules': schedule, '/reception/sessions': session, '/reception/visits': visit },
      ...{ '/reception/dialogues': dialogue, '/reception/opinions': opinion, '/reception/tasks': task },
    };
  }

  private async oversight(): Promise<Values> {
    const { admin } = this.office.system.database;
    const sealed = await register(this.office.system.url, await this.office.token('motcua'), { type: 'denunciation' });
    const release = await this.must('motcua', 'POST', '/identity-releases', {
      body: {
        ...{ agency: 'XA-TANTHANH', registerNumber: sealed.registerLabel, purpose: 'inspection', hours: 1 },
        reason: 'Thanh tra trách nhiệm giải quyết',
      },
    });
    const inspection = await this.must('thanhtra', 'POST', '/inspections', {
      body: { name: 'Kiểm tra việc giải quyết khiếu nại', team: 'Đoàn số 3', from: '2026-01-01', to: '2026-12-31' },
    });
    const { rows: samples } = await admin.query<{ id: string }>(
      `INSERT INTO app.inspection_sample (inspection_id, province_id, figure, algorithm, seed, strata, size, population_size, population_hash, drawn_by, drawn_at)
       SELECT id, province_id, $2, 'sha256', 'doan-so-3', 'none', 1, 0, '', created_by, now() FROM app.inspection WHERE id = $1 RETURNING id`,
      [
        inspection.body['id'],
        JSON.stringify({ measure: 'inCompetence', from: '2026-01-01', to: '2026-12-31', agency: 'TINH-DEMO' }),
      ],
    );
    const list = await this.must('thanhtra', 'POST', `/inspections/${String(inspection.body['id'])}/lists`, {
      body: { measure: 'petitionsReceived' },
    });
    const check = await this.must('thanhtra', 'POST', '/audit/checks');
    const report = await this.must('lanhdao', 'POST', '/issued-reports', {
      body: { form: 'XLD04', from: '2025-12-15', to: '2026-03-14' },
    });
    const pack = await this.must('lanhdao', 'POST', '/report-packs', { body: { key: '2026-Q1' } });
    const breach = await this.must('lanhdao', 'POST', '/breaches', {
      body: { discoveredAt: new Date(Date.now() - 60_000).toISOString(), what: 'Mất một máy trạm' },
    });
    return {
      ...{ '/identity-releases': String(release.body['id']), '/inspections': String(inspection.body['id']) },
      ...{ '/inspection-lists': String(list.body['id']), '/report-packs': String(pack.body['id']) },
      ...{ '/inspection-samples': samples[0]!.id, '/issued-reports': String(report.body['id']) },
      ...{ '/breaches': String(breach.body['id']), step: 'contain' },
      ...(await this.exchanged()),
      ...{ '/audit/checks': String(check.body['id']), sealed: sealed.caseFileId },
    };
  }

  /** A package with a file of the commune in it, and a message that came to the commune. */
  private async exchanged(): Promise<Values> {
    const { admin } = this.office.system.database;
    const { rows: packages } = await admin.query<{ id: string }>(
      `WITH made AS (INSERT INTO app.national_package (id, agency_id, mapping, made_by, made_at)
                     SELECT uuidv7(), agency_id, 'test', id, now() FROM app.app_user WHERE username = 'lanhdao' RETURNING id, agency_id),
            item AS (INSERT INTO app.national_item (package_id, kind, subject_id, content_hash)
                     SELECT m.id, 'case', c.id, '' FROM made m JOIN LATERAL (SELECT id FROM app.case_file
                      WHERE agency_id = m.agency_id AND visible_to IS NULL LIMIT 1) c ON true)
       SELECT id FROM made`,
    );
    const { rows: messages } = await admin.query<{ id: string }>(
      `INSERT INTO app.axis_message (direction, kind, agency_id, partner_code, partner_name, document_id, state, structured)
       SELECT 'in', 'petition', agency_id, 'H99.1', 'Nơi gửi', 'H99.1,2026/07/06,1/PCĐ', 'arrived', true
         FROM app.app_user WHERE username = 'lanhdao' RETURNING id`,
    );
    return { '/national/packages': packages[0]!.id, '/axis/messages': messages[0]!.id };
  }

  private async administration(): Promise<Values> {
    const me = await this.office.userId('truongphong');
    const other = await this.office.userId('chuyenvien2');
    // One for each role: whoever may end it, ends it.
    const { rows: delegations } = await this.office.system.database.admin.query<{ id: number }>(
      `INSERT INTO app.delegation (from_user, to_user, valid_from, valid_to, reason, created_by)
       SELECT $1, $2, app.business_today(), app.business_today(), 'Nghỉ phép năm', $1 FROM generate_series(1, 8) RETURNING id`,
      [me, other],
    );
    const { admin } = this.office.system.database;
    const { rows: emergencies } = await admin.query<{ id: string }>(
      `INSERT INTO app.emergency_access (user_id, role, agency_id, province_id, reason, opened_by, ends_at, witness_id)
       SELECT $1, 'unitHead', u.agency_id, a.province_id, 'Thử quyền', 1, now() + interval '1 hour', $2
         FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id, generate_series(1, 8) WHERE u.id = $1 RETURNING id`,
      [other, await this.office.userId('thanhtra')],
    );
    const { rows: retention } = await admin.query<{ id: string }>(
      `INSERT INTO app.retention_proposal (agency_id, items, note, made_by, made_at)
       SELECT agency_id, 1, 'Thử quyền', id, now() FROM app.app_user WHERE id = $1 RETURNING id`,
      [me],
    );
    const { rows: people } = await admin.query<{ id: number; username: string }>(
      'SELECT id, username FROM app.app_user',
    );
    for (const { id, username } of people)
      await admin.query(`SELECT app.session_open($1, $2, 15, NULL, NULL, 'password', false)`, [
        ownSession(username).token,
        id,
      ]);
    const list = (await this.must('quantri', 'GET', '/administration/opening-balances?year=2026')).body;
    const figures = (list['counters'] as { key: string }[]).map(({ key }) => ({ key, value: 3 }));
    const opening = await this.must('quantri', 'POST', '/administration/opening-balances', {
      body: { agency: 'XA-TANTHANH', year: 2026, startsOn: '2025-12-15', figures, source: 'Báo cáo năm 2025' },
    });
    const units = (await this.must('quantri', 'GET', '/administrative-units?limit=50')).body['items'] as {
      code: string;
      type: string;
    }[];
    const unitCode = units.find(({ type }) => type === 'commune' || type === 'ward')!.code;
    const area = await this.must('quantri', 'POST', '/administration/remote-areas', {
      body: { unitCode, from: '2026-01-01', basis: 'Quyết định 861/QĐ-TTg' },
    });
    const day = { date: '2026-11-23', kind: 'off', name: 'Nghỉ hoán đổi', basis: 'CV 9999/VPCP-KGVX' };
    const preview = await this.must('quantri', 'POST', '/calendar/previews', { body: { entries: [day] } });
    const previewId = String(preview.body['id']);
    const published = await this.must('quantri', 'POST', '/calendar/publications', {
      body: { previewId, reason: 'Theo công văn' },
    });
    const another = await this.must('quantri', 'POST', '/calendar/previews', {
      body: { entries: [{ ...day, date: '2026-12-24' }] },
    });
    return {
      ...{
        '/delegations': delegations.map(({ id }) => id).join(' '),
        '/administration/opening-balances': String(opening.body['id']),
      },
      ...{
        '/administration/remote-areas': String(area.body['id']),
        '/administration/users': String(other),
        session: 'a'.repeat(64),
      },
      ...{ '/calendar/previews': String(another.body['id']), '/calendar/publications': String(published.body['id']) },
      '/retention/proposals': retention[0]!.id,
      '/rate-targets': NOBODYS,
      '/emulation-models': NOBODYS,
      ...{ code: 'XA-TANTHANH', unitCode, '/emergency-accesses': emergencies.map(({ id }) => id).join(' ') },
    };
  }

  private async desk(petitionId: string): Promise<Values> {
    const { admin } = this.office.system.database;
    const form = new FormData();
    const sheet = readFileSync(join(import.meta.dirname, '../../../libs/intake/fixtures/so-tiep-nhan-2026.xlsx'));
    form.append('file', new Blob([new Uint8Array(sheet)]), 'sổ.xlsx');
    const batch = await this.must('motcua', 'POST', '/imports', { form });
    const upload = await this.must('motcua', 'POST', '/uploads', {
      headers: {
        ...TUS,
        'upload-length': '40',
        'upload-metadata': `petitionId ${Buffer.from(petitionId).toString('base64')}`,
      },
    });
    const clerk = await this.office.token('motcua');
    const sent = await register(this.office.system.url, clerk, { type: 'feedback' });
    const { rows: hops } = await admin.query<{ id: string }>(
      `INSERT INTO app.petition_hop (event_id, case_id, petition_id, kind, from_agency, to_agency, hop, chain, received_on, sent_on)
       SELECT gen_random_uuid(), $1, $2, 'transfer', f.id, t.id, 1, ARRAY[f.id], current_date, current_date
         FROM app.agency f, app.agency t, generate_series(1, 3) WHERE f.code = 'XA-HOALOC' AND t.code = 'XA-TANTHANH' RETURNING id`,
      [sent.caseFileId, sent.id],
    );
    const { rows: tasks } = await admin.query<{ id: string }>(
      `INSERT INTO app.task (case_id, agency_id, kind, owner_role, source_id, created_at)
       SELECT $1, agency_id, 'urging', 'unitHead', gen_random_uuid(), now() FROM app.case_file WHERE id = $1 RETURNING id`,
      [sent.caseFileId],
    );
    const { rows: effects } = await admin.query<{ id: string }>(
      `INSERT INTO app.effect (case_id, kind, payload, attempts, last_error) VALUES ($1, 'case.advance', '{}', 1, 'refused') RETURNING id`,
      [sent.caseFileId],
    );
    await admin.query(
      `INSERT INTO app.contact (user_id, petition_id, channel, address, consented_at, consented_by)
       SELECT u.id, NULL::uuid, c, 'x', now(), u.id FROM app.app_user u, unnest($2::text[]) c
       UNION ALL SELECT NULL, $1, c, 'x', now(), 1 FROM unnest($2::text[]) c`,
      [petitionId, CHANNELS],
    );
    await admin.query(
      `INSERT INTO app.user_setting (user_id, key, value) SELECT id, 'views', 'true' FROM app.app_user`,
    );
    const { rows: messages } = await admin.query<{ id: string }>(
      `INSERT INTO app.inbox (user_id, case_id, topic, source_id, created_at)
       SELECT id, $1, 'assigned', gen_random_uuid(), now() FROM app.app_user WHERE username = 'motcua' RETURNING id`,
      [sent.caseFileId],
    );
    const upright = (upload.headers.get('location') ?? '').split('/').at(-1) ?? '';
    return {
      '/imports': String(batch.body['batchId']),
      '/uploads': upright,
      '/incoming-petitions': hops.map(({ id }) => id).join(' '),
      ...{
        '/tasks': tasks[0]!.id,
        '/operations/failed-effects': effects[0]!.id,
        '/inbox': messages[0]!.id,
        '/document-templates': await this.template(),
        filing: await this.filing(),
      },
    };
  }

  private async template(): Promise<string> {
    const token = await this.office.token('truongphong');
    const standard = await fetch(`${this.office.system.url}/api/v1/document-templates/standard/ND124.10`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const form = new FormData();
    form.append('form', 'ND124.10');
    form.append('validFrom', '2035-01-01');
    form.append('file', new Blob([await standard.arrayBuffer()]), 'mẫu.docx');
    return String((await this.must('truongphong', 'POST', '/document-templates', { form })).body['id']);
  }

  private async filing(): Promise<string> {
    const form = new FormData();
    const filing = {
      kind: 'feedback',
      agency: 'XA-TANTHANH',
      content: 'Đề nghị thắp sáng đường xóm',
      fullName: 'Ma Văn Mẫu',
    };
    form.append('filing', JSON.stringify({ ...filing, address: 'Ấp 1, xã Tân Thành' }));
    await this.must('motcua', 'POST', '/public/filings', { form, headers: { 'idempotency-key': 'table-of-rights' } });
    const { items } = await this.office.get<{ items: { id: string }[] }>('motcua', '/petitions?limit=1');
    return items[0]!.id;
  }
}

/** `/api/v1/petitions/{id}/hops` → `/petitions`. */
const idOf = (path: string): string => path.replace(/^\/api\/v1/, '').split('/{id}')[0] ?? '';
