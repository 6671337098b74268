import { zipWithSums } from '#libs/documents';
import {
  exportForm,
  type FormFormat,
  formFileStem,
  type FrozenList,
  type FrozenReport,
  type IssuedReport,
  issueTitle,
  listKey,
  type PrintedForm,
  printedReport,
  stateOf,
} from '#libs/reporting';
import { dayOf, formatDay } from '#libs/shared';
import type { IssuedFormat } from './issued.dto.js';

export interface IssuedFile {
  readonly bytes: Buffer;
  readonly name: string;
}
interface Kept {
  readonly report: FrozenReport;
  readonly body: string;
  readonly lists: readonly FrozenList[];
}

/** A frozen report as a file; every one says its number and the hash of what it was made from. */
export async function issuedFile(found: IssuedReport, kept: Kept, format: IssuedFormat): Promise<IssuedFile> {
  const name = nameOf(found);
  if (format === 'json') return { bytes: Buffer.from(kept.body, 'utf8'), name: `${name}.json` };
  if (format === 'zip') return { bytes: await archive(found, kept), name: `${name}.zip` };
  return { bytes: await printed(found, kept.report, format), name: `${name}.${format}` };
}

const nameOf = ({ formId, formCode, issue, from, to }: IssuedReport): string =>
  [
    formFileStem({ id: formId, code: formCode }),
    `${from}-${to}`,
    issue ? `so-${issue.number}-${issue.year}${issue.revision > 0 ? `-dieu-chinh-${issue.revision}` : ''}` : 'du-thao',
  ].join('-');

const printed = (found: IssuedReport, report: FrozenReport, format: FormFormat): Promise<Buffer> =>
  exportForm(printedReport(report, { head: headOf(found, report), marks: marksOf(found) }), format);

const headOf = ({ issue, madeAt, knownAt }: IssuedReport, { agency }: FrozenReport): PrintedForm['head'] => ({
  ...{ agency: agency.name, place: '…………', madeOn: dayOf(issue?.issuedAt ?? madeAt), knownAt },
});

/** What is printed on every copy. */
function marksOf(found: IssuedReport): string[] {
  const { issue, hash } = found;
  if (!issue) return [`DỰ THẢO, chưa phát hành. SHA-256 của bản chốt số liệu: ${hash}`];
  const replaced = stateOf(found) === 'replaced' ? ' ĐÃ CÓ BẢN ĐIỀU CHỈNH THAY THẾ.' : '';
  return [
    `${issueTitle(issue)} (số trong phần mềm), phát hành ngày ${formatDay(dayOf(issue.issuedAt))}.${replaced} SHA-256 của bản chốt số liệu: ${hash}`,
    ...(issue.reason ? [`Lý do điều chỉnh: ${issue.reason}`] : []),
  ];
}

/** The printed forms, what was hashed and each list of ids, with their sums. */
async function archive(found: IssuedReport, { report, body, lists }: Kept): Promise<Buffer> {
  const keys = new Map(lists.map((list) => [list.hash, list]));
  return zipWithSums([
    { name: 'bieu.xlsx', bytes: await printed(found, report, 'xlsx') },
    { name: 'bieu.pdf', bytes: await printed(found, report, 'pdf') },
    { name: 'bieu.csv', bytes: await printed(found, report, 'csv') },
    { name: 'ban-chot.json', bytes: body },
    { name: 'DOC-TRUOC.txt', bytes: readMe(found) },
    ...report.lines.flatMap(({ key, cells }) =>
      cells.flatMap((cell) => {
        const list = keys.get(listKey(cell));
        return list && list.ids.length > 0
          ? [{ name: `danh-sach/${key || 'TONG'}/cot-${String(cell.no).padStart(2, '0')}.txt`, bytes: idLines(list) }]
          : [];
      }),
    ),
  ]);
}
/** One id a line; the sum of the file is the hash that stands in the frozen report. */
const idLines = ({ ids }: FrozenList): string => ids.map((id) => `${id}\n`).join('');

const readMe = ({ hash }: IssuedReport): string =>
  [
    'Kiểm các tệp: sha256sum -c SHA256SUMS',
    `Bản chốt số liệu: sha256sum ban-chot.json phải ra ${hash}`,
    'Mỗi tệp trong danh-sach là các mã đứng sau một ô, mỗi mã một dòng, xếp tăng dần; sha256sum của tệp là listHash của ô đó trong ban-chot.json.',
    '',
  ].join('\n');
