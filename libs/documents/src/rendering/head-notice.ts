import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { makePdf } from './make-pdf.js';
import { qrPng } from './qr.js';

/** A signed head as the notice board shows it. */
export interface HeadNotice {
  readonly agency: string;
  readonly treeSize: string;
  readonly rootHash: string;
  /** Day and time, as people write them. */
  readonly signedAt: string;
  readonly keyId: string;
  readonly signature: string;
  readonly publicKey: string;
  /** The keys before, the oldest first. */
  readonly formerKeys: readonly string[];
  /** JSON of the head, which the verifier takes as it is. */
  readonly code: string;
}

/** 64 digits are read aloud and compared four by four. */
const inFours = (hex: string): string => hex.replaceAll(/(.{4})(?=.)/gu, '$1 ');

function facts(notice: HeadNotice): Content {
  const rows: [string, string][] = [
    ['Ký lúc', notice.signedAt],
    ['Số sự kiện đã niêm phong', notice.treeSize],
    ['Gốc cây (SHA-256)', inFours(notice.rootHash)],
    ['Khóa ký', inFours(notice.keyId)],
    ...(notice.formerKeys.length > 0
      ? [['Khóa trước đó', notice.formerKeys.map(inFours).join(', ')] as [string, string]]
      : []),
    ['Chữ ký Ed25519', inFours(notice.signature)],
    ['Khóa công khai', notice.publicKey.replaceAll(/-----[^-]+-----|\n/gu, '')],
  ];
  return {
    layout: 'lightHorizontalLines',
    margin: [0, 8, 0, 10],
    table: {
      widths: [130, '*'],
      body: rows.map(([name, value], index) => [
        { text: name },
        { text: value, bold: index < 4, fontSize: index < 4 ? 12 : 10 },
      ]),
    },
  };
}

const WHY =
  'Nhật ký giải quyết đơn của cơ quan được nối bằng mã băm và gom vào một cây; gốc của cây được ký. Bản này ghi lại gốc cây tại thời điểm nêu trên. ' +
  'Từ đây về sau nhật ký chỉ được dài thêm: nếu một sự kiện đã có bị sửa, xóa, chèn hay đổi thứ tự thì gốc cây đưa ra sau này không còn nối được với bản này.';
const STEPS = [
  'Quét mã vuông, lưu chữ đọc được thành tệp goc-cu.json (hoặc chép các dòng ở trên).',
  'Lấy tệp nhật ký xuất ra và bộ kiểm verify.mjs của bất kỳ ai, ở bất kỳ lúc nào sau này.',
  'Chạy trên một máy có Node, không cần mạng, không cần tài khoản:',
];

/** One sheet for the notice board: what the tree was, so that anybody may compare later. */
export async function headNoticePdf(notice: HeadNotice): Promise<Buffer> {
  const qr = `data:image/png;base64,${qrPng(notice.code).toString('base64')}`;
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [71, 57, 57, 50],
    defaultStyle: { font: 'Tinos', fontSize: 12, lineHeight: 1.1 },
    info: { title: 'Niêm yết gốc cây nhật ký', creator: 'Nghe Dân', producer: 'Nghe Dân' },
    content: [
      {
        columns: [
          { text: notice.agency.toLocaleUpperCase('vi-VN'), bold: true, alignment: 'center', width: '42%' },
          {
            width: '58%',
            alignment: 'center',
            stack: [
              { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true },
              { text: 'Độc lập - Tự do - Hạnh phúc', bold: true, decoration: 'underline' },
            ],
          },
        ],
      },
      { text: 'NIÊM YẾT GỐC CÂY NHẬT KÝ', bold: true, fontSize: 16, alignment: 'center', margin: [0, 22, 0, 2] },
      { text: '(quy định nội bộ về giữ toàn vẹn nhật ký hồ sơ)', italics: true, alignment: 'center' },
      facts(notice),
      {
        columns: [
          { image: qr, width: 150 },
          {
            margin: [14, 0, 0, 0],
            stack: [
              { text: WHY, alignment: 'justify', fontSize: 11 },
              { text: 'Cách đối chiếu', bold: true, margin: [0, 8, 0, 2] },
              { ol: STEPS, fontSize: 11 },
              {
                text: `node verify.mjs nhat-ky.jsonl --key ${notice.keyId} --against goc-cu.json`,
                bold: true,
                fontSize: 9.5,
                margin: [0, 3, 0, 0],
              },
            ],
          },
        ],
      },
      {
        margin: [0, 24, 0, 0],
        columns: [
          { text: 'Niêm yết từ ngày …… / …… / ……… đến ngày …… / …… / ………', width: '50%' },
          {
            width: '50%',
            alignment: 'center',
            stack: [
              { text: 'NGƯỜI NIÊM YẾT', bold: true },
              { text: '(ký, ghi rõ họ tên)', italics: true },
            ],
          },
        ],
      },
    ],
  };
  return makePdf(definition);
}
