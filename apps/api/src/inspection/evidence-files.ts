import type { ZippedFile } from '#libs/documents';
import {
  type Candidate,
  type InspectionList,
  populationHash,
  type Sample,
  type SampledCase,
  SAMPLING,
} from '#libs/reporting';

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
/** One id a line, sorted: the SHA-256 of the file is the hash of the list. */
const idLines = (ids: readonly string[]): string =>
  [...ids]
    .sort()
    .map((id) => `${id}\n`)
    .join('');
const numbered = (at: number): string => String(at).padStart(2, '0');

export function listFiles(at: number, list: InspectionList, ids: readonly string[]): ZippedFile[] {
  const { id, title, unit, value, count, hash, address, frozenByName, frozenAt } = list;
  const about = {
    id,
    title,
    unit,
    value,
    count,
    sha256: hash,
    address,
    frozenBy: frozenByName,
    frozenAt: frozenAt.toISOString(),
  };
  return [
    { name: `danh-sach/${numbered(at)}.json`, bytes: json(about) },
    { name: `danh-sach/${numbered(at)}.txt`, bytes: idLines(ids) },
  ];
}

/** The recipe of a sample and the list it was drawn from. The list is counted again: where its hash is another, that is said. */
export function sampleFiles(
  at: number,
  { sample, drawn, population }: { sample: Sample; drawn: readonly SampledCase[]; population: readonly Candidate[] },
): ZippedFile[] {
  const { drawnAt, drawnByName, ...kept } = sample;
  const ids = population.map(({ id }) => id);
  const same = populationHash(ids) === sample.populationHash;
  const about = {
    ...kept,
    ...{ recipe: SAMPLING.says, samePopulation: same, drawnBy: drawnByName, drawnAt: drawnAt.toISOString() },
    cases: drawn.map(({ caseId, ordinal, stratum }) => ({ caseId, ordinal, stratum })),
  };
  return [
    { name: `mau/${numbered(at)}.json`, bytes: json(about) },
    { name: `mau/${numbered(at)}-danh-sach.txt`, bytes: idLines(ids) },
    ...(sample.strata === 'none'
      ? []
      : [
          {
            name: `mau/${numbered(at)}-tang.csv`,
            bytes: population.map(({ id, stratum }) => `${id},${stratum}\n`).join(''),
          },
        ]),
  ];
}

export const GUIDE = `HỒ SƠ CHỨNG CỨ CỦA CUỘC KIỂM TRA: CÁCH KIỂM NGOẠI TUYẾN

Cần: Node 20 trở lên và lệnh sha256sum (máy Linux, macOS: shasum -a 256). Không cần tài khoản, không cần mạng.

1. Tệp còn nguyên:        sha256sum -c SHA256SUMS
   manifest.json cũng ghi SHA-256 và độ dài của từng tệp.
2. Nhật ký còn nguyên:    node verify.mjs nhat-ky.jsonl
   Kiểm chuỗi băm của từng hồ sơ và cây nhật ký đã ký. Lá ngoài phạm vi chỉ có mã băm.
3. Một hồ sơ trong cây:   node verify.mjs chung-minh/MÃ-HỒ-SƠ.json --key khoa-cong-khai.pem
   Khóa trong gói chỉ chứng minh gói khớp với chính nó: hãy so mã khóa, gốc cây với bản niêm yết đã nhận trước.
4. Danh sách:             sha256sum danh-sach/01.txt   phải bằng sha256 trong danh-sach/01.json
   Tệp .txt là các mã, mỗi mã một dòng, xếp tăng dần: danh sách đứng sau con số ở tệp .json.
5. Mẫu:                   sha256sum mau/01-danh-sach.txt   phải bằng populationHash trong mau/01.json
   ${SAMPLING.says}
   samePopulation là false: danh sách tính lại nay khác lúc chọn; mẫu đã lưu vẫn như cũ.
6. Ghi nhận:              ghi-nhan.json; "corrects" là mã ghi nhận được đính chính, bản cũ vẫn còn.

Gói không có họ tên, địa chỉ, nội dung đơn. Chữ ghi về hồ sơ được bảo vệ không xuất ra, chỉ có mã băm.
Ai giữ cả khóa ký lẫn cơ sở dữ liệu có thể viết lại và ký lại: bản niêm yết gốc cây gửi ra ngoài là chỗ để so.
`;
