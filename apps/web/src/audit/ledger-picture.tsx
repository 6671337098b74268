import { instant } from '../ui/dates.js';
import { count } from '../ui/text.js';

const LEAVES = [40, 104, 168, 232, 296, 360];
const SEALED = 4;

/** Chains of files below, the tree over their events above, the signature at its root, the young events beside it. */
export function LedgerPicture({
  sealed,
  unsealed,
  signedAt,
}: {
  sealed: number | null;
  unsealed: number | null;
  signedAt: string | null;
}) {
  return (
    <figure className="ledger-picture">
      <svg viewBox="0 0 440 250" role="img" aria-labelledby="ledger-picture-words">
        <g className="tree">
          {[
            [40, 72],
            [104, 72],
            [168, 200],
            [232, 200],
          ].map(([from, to], index) => (
            <path key={index} d={`M${from} 152V140H${to}V116`} />
          ))}
          <path d="M72 92V76H136V58M200 92V76H136" />
        </g>
        <g className="node">
          <rect x="56" y="92" width="32" height="24" rx="5" />
          <rect x="184" y="92" width="32" height="24" rx="5" />
        </g>
        <g className="root">
          <rect x="96" y="30" width="80" height="28" rx="6" />
          <text x="136" y="48">
            gốc cây
          </text>
          <path d="M176 44h30" />
          <rect x="206" y="28" width="96" height="32" rx="16" className="seal" />
          <text x="254" y="48">
            chữ ký
          </text>
        </g>
        {LEAVES.map((x, index) => (
          <g key={x} className={index < SEALED ? 'leaf' : 'leaf young'}>
            <rect x={x - 20} y="152" width="40" height="28" rx="5" />
            <text x={x} y="171">
              {index + 1}
            </text>
          </g>
        ))}
        <g className="chain">
          <path d="M60 166h22M82 166l-5-3v6zM124 166h22M146 166l-5-3v6zM252 166h22M274 166l-5-3v6zM316 166h22M338 166l-5-3v6z" />
          <text x="104" y="206" className="words">
            chuỗi của hồ sơ thứ nhất
          </text>
          <text x="296" y="206" className="words">
            chuỗi của hồ sơ thứ hai
          </text>
        </g>
        <g className="tail">
          <path d="M270 144v-6h112v6" />
          <text x="326" y="130" className="words">
            chờ niêm phong
          </text>
        </g>
      </svg>
      <figcaption id="ledger-picture-words">
        {sealed === null
          ? 'Chưa có gốc cây nào được ký.'
          : `${count(sealed)} sự kiện đã nằm trong cây ký lúc ${instant(signedAt)}.`}{' '}
        {unsealed !== null &&
          (unsealed === 0
            ? 'Không có sự kiện nào chờ niêm phong.'
            : `${count(unsealed)} sự kiện mới ghi chờ lần ký sau.`)}{' '}
        Mỗi ô là một sự kiện, mũi tên là mã băm nối bước sau vào bước trước; mỗi nút của cây là mã băm của hai nút dưới
        nó.
      </figcaption>
    </figure>
  );
}
