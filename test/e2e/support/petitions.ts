import { call } from './call.js';

export interface Registered {
  id: string;
  registerNumber: number;
  registerLabel: string;
  lookupCode: string;
  lookupSecret: string | null;
  receivedOn: string;
  caseFileId: string;
  handlingDeadline: string | null;
  possibleResends: { petitionId?: string; score: number; reasons: { code: string; title: string }[] }[];
  warnings: { pointer: string; code: string; message: string }[];
  receipt: Record<string, string | null>;
}

let made = 0;
const NAMES = ['Đặng Thị Hoa', 'Võ Văn Hòa', 'Bùi Đức Thuận', 'Hồ Ngọc Ánh', 'Lý Thị Ngân', 'Đỗ Minh Khuê'];

/** A complaint that the counter accepts; each one of somebody else. */
export function complaint(over: Record<string, unknown> = {}): Record<string, unknown> {
  made += 1;
  return {
    type: 'complaint',
    channel: 'in_person',
    receivedOn: today(),
    content: `Khiếu nại Quyết định số ${made}/QĐ-UBND về việc bồi thường thửa đất số ${made * 7} tờ bản đồ ${made + 3}`,
    petitioners: [
      {
        fullName: `${NAMES[made % NAMES.length]} ${made}`,
        address: `Thôn ${made}, xã Tân Thành`,
        personalId: `001${String(185_000_000 + made).padStart(9, '0')}`,
      },
    ],
    field: 'Đất đai',
    respondent: 'Ủy ban nhân dân xã Tân Thành',
    ...over,
  };
}

/** The day in Hà Nội by this machine's clock; the business clock of a fresh test database shows the same. */
export const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

export async function register(url: string, token: string, over: Record<string, unknown> = {}): Promise<Registered> {
  const { status, body, text } = await call<Registered>(url, 'POST', '/petitions', { token, body: complaint(over) });
  if (status !== 201) throw new Error(`Not registered: ${status} ${text}`);
  return body;
}
