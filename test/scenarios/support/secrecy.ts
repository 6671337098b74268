import { Workbook } from '@cj-tech-master/excelts';

/** What the specs of a denouncer's secrecy share: a person nobody else is called like, and what the API answers. */
export const WHO = 'Triệu Wembley Kín';
export const PERSON = {
  fullName: WHO,
  personalId: '001163036270',
  phone: '0912345678',
  address: 'Thôn Wembley, xã Tân Thành',
  birthDate: '1963',
};
export const SECRETS = ['Wembley', '001163036270', '0912345678'];
export const SUPPRESSED = '/reports/protected-figures';
/** When an answer was made differs from one to the next. */
export const MOMENT = /"\d{4}-\d\d-\d\dT[^"]*"|knownAt=[^&"]+|biết đến [^"]+/g;
export const secretsIn = (text: string): string[] => SECRETS.filter((word) => text.includes(word));
export const ACCOUNTS = [
  'motcua',
  'chuyenvien',
  'truongphong',
  'lanhdao',
  'lanhdao.tinh',
  'thanhtra',
  'baomat',
  'baomat2',
  'quantri',
];
/** Whom a denunciation handed in at the commune's counter names: receiver, resolver, keepers of identities. */
export const NAMED = ['motcua', 'lanhdao', 'baomat', 'baomat2'];

export interface Secrecy {
  fromCopies: boolean;
  stateSecret: boolean;
  petitioners: { id: string; identitySelfDisclosed: boolean; identitySelfDisclosedOn: string | null }[];
  facts: { id: string; kind: string; where: string; endedAt: string | null }[];
  conflicts: { id: string; userId: number; kind: string }[];
}
export interface Attachment {
  id: string;
  fileName: string | null;
  sealed: boolean;
  workingCopy: { rev: number; mediaType: string } | null;
}

/** An answer as a reader sees it: of a workbook the cells of its pages, whatever else the packed bytes differ in. */
export async function shownTo(base: string, path: string, token: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${base}/api/v1${path.replace('/api/v1', '')}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!(answer.headers.get('content-type') ?? '').includes('spreadsheet'))
    return { status: answer.status, text: await answer.text() };
  const book = new Workbook();
  await book.xlsx.load(Buffer.from(await answer.arrayBuffer()));
  return { status: answer.status, text: JSON.stringify(book.worksheets.map((page) => page.getSheetValues())) };
}
