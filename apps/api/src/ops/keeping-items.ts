import type { HealthFacts } from './health-items.js';
import { count, day, duration, gigabytes, type Item, type Limits, over, under } from './health-words.js';

const SEALED_HOURS: Limits = [26, 50];
/** Of the disk that is left. */
const FREE_SHARE: Limits = [0.1, 0.03];
const BACKUP_HOURS: Limits = [26, 72];
const DRILL_DAYS: Limits = [90, 180];

/** What must last: the ledger's seal, backups and their trial, the disk, the calendar. */
export function keepingItems(facts: HealthFacts): Item[] {
  const { state, disk, calendar } = facts;
  const { ledger, unsealed, now } = state;
  const hours = ledger ? (Date.parse(now) - Date.parse(ledger.signedAt)) / 3_600_000 : 0;
  return [
    {
      ...{ key: 'ledger', group: 'Lưu giữ', title: 'Niêm phong nhật ký', to: '/nhat-ky' },
      state: ledger ? over(hours, SEALED_HOURS) : 'warning',
      detail: ledger
        ? `Gốc cây ký ${duration(hours * 3_600)} trước, gồm ${count(ledger.size)} sự kiện; ${count(unsealed)} sự kiện mới chưa niêm phong.`
        : 'Chưa có gốc cây nào được ký.',
    },
    backup(facts),
    archive(facts),
    drill(facts),
    {
      ...{ key: 'disk', group: 'Lưu giữ', title: 'Đĩa chứa dữ liệu', to: null },
      state: under(disk.free / disk.total, FREE_SHARE),
      detail: `Còn ${gigabytes(disk.free)} trong ${gigabytes(disk.total)}.`,
    },
    {
      ...{ key: 'calendar', group: 'Lưu giữ', title: 'Lịch nghỉ', to: '/lich-lam-viec' },
      state: calendar.warning ? 'warning' : 'ok',
      detail: calendar.warning ?? `Đã biết lịch nghỉ đến ${day(calendar.knownTo)}.`,
    },
  ];
}

type Runs = Pick<HealthFacts, 'runs' | 'state' | 'mode'>;

const hoursSince = (at: Date, { now }: HealthFacts['state']): number => (Date.parse(now) - at.getTime()) / 3_600_000;

/** The newest that came to a good end, and the newest that did not, where that one is newer. */
function lastOf({ runs }: Runs, kind: string) {
  const good = runs.find((run) => run.kind === kind && run.ok);
  const bad = runs.find((run) => run.kind === kind && !run.ok);
  return { good, bad: bad && (!good || bad.finishedAt > good.finishedAt) ? bad : undefined };
}

function backup(facts: Runs): Item {
  const { good, bad } = lastOf(facts, 'backup');
  const base = { key: 'backup', group: 'Lưu giữ', title: 'Sao lưu gần nhất', to: '#sao-luu' };
  if (!good)
    return {
      ...base,
      state: facts.mode === 'demo' ? 'warning' : 'problem',
      detail: bad ? 'Lần sao lưu gần nhất không xong; chưa có bản nào dùng được.' : 'Chưa sao lưu lần nào.',
    };
  const hours = hoursSince(good.finishedAt, facts.state);
  const said = `Cách đây ${duration(hours * 3_600)}, cất ở ${good.place}.`;
  return bad
    ? { ...base, state: 'problem', detail: `${said} Lần sau đó không xong.` }
    : { ...base, state: over(hours, BACKUP_HOURS), detail: said };
}

function drill(facts: Runs): Item {
  const { good, bad } = lastOf(facts, 'drill');
  const base = { key: 'drill', group: 'Lưu giữ', title: 'Diễn tập khôi phục', to: '#sao-luu' };
  if (bad) return { ...base, state: 'problem', detail: `Lần diễn tập gần nhất (bản ${bad.name}) không đạt.` };
  if (!good) return { ...base, state: 'warning', detail: 'Chưa diễn tập lần nào.' };
  const days = hoursSince(good.finishedAt, facts.state) / 24;
  return {
    ...base,
    state: over(days, DRILL_DAYS),
    detail: `Lần gần nhất đạt, cách đây ${duration(days * 86_400)} (bản ${good.name}).`,
  };
}

function archive({ archive: { mode, failing }, runs }: HealthFacts): Item {
  const base = { key: 'archive', group: 'Lưu giữ', title: 'Nhật ký giao dịch (WAL)', to: null };
  if (failing)
    return {
      ...base,
      state: 'problem',
      detail: 'Máy chủ không cất được nhật ký: mọi đoạn nằm lại trên đĩa cho đến khi đầy.',
    };
  if (mode === 'off')
    return { ...base, state: 'warning', detail: 'Máy chủ không cất nhật ký: chỉ khôi phục được về lúc sao lưu.' };
  return {
    ...base,
    state: 'ok',
    detail: runs.some(({ kind, ok }) => kind === 'backup' && ok)
      ? 'Được cất nối tiếp bản sao lưu.'
      : 'Sẽ được cất từ bản sao lưu đầu tiên.',
  };
}
