import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import { keepShown } from '../../api/keep-shown.js';
import type { Dto } from '../../api/types.js';
import { useToday } from '../../sign-in/session.js';
import { day } from '../../ui/dates.js';
import { DayField } from '../../ui/day-field.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { CLEARABLE } from '../../ui/named-icons.js';
import { PageHead } from '../../ui/page.js';
import { Status } from '../../ui/status.js';
import { count, fold } from '../../ui/text.js';
import { useFilters } from '../../ui/url-filters.js';

export type Line = Dto<'TemplateLine'>;

const SHOWN: Record<string, { readonly label: string; readonly keeps: (line: Line) => boolean }> = {
  'dang-dung': { label: 'Đang dùng', keeps: ({ inForce }) => inForce },
  'co-quan-sua': { label: 'Cơ quan đã sửa', keeps: ({ own }) => own.length > 0 },
  'chua-doi-chieu': { label: 'Căn cứ chưa đối chiếu', keeps: ({ confirmed }) => !confirmed },
  'moi-phien-ban': { label: 'Mọi phiên bản', keeps: () => true },
};

export const useTemplates = (on: string | undefined) =>
  useQuery({
    queryKey: ['templates', on ?? ''],
    queryFn: () => ok(api.GET('/api/v1/document-templates', { params: { query: on ? { on } : {} } })),
    placeholderData: keepShown,
  });

export function TemplatesPage() {
  const today = useToday();
  const [filters, change] = useFilters(['q', 'ngay', 'xem']);
  const list = useTemplates(filters.ngay);
  const shown = SHOWN[filters.xem ?? 'dang-dung'] ?? SHOWN['moi-phien-ban'];
  const q = fold(filters.q ?? '');
  const keeps = (line: Line) =>
    (shown?.keeps(line) ?? true) && (!q || fold(`${line.title} ${line.form} ${line.formNumber ?? ''}`).includes(q));
  return (
    <>
      <PageHead
        title="Mẫu văn bản"
        lead="Mẫu theo luật trong mọi phiên bản, và mẫu cơ quan đã sửa trong Word. Văn bản dùng mẫu của ngày ban hành."
      />
      <search className="row" style={{ marginBottom: 10 }}>
        <Input.Search
          aria-label="Tìm mẫu"
          placeholder="Tên hoặc số mẫu, không cần dấu"
          defaultValue={filters.q}
          allowClear={CLEARABLE}
          enterButton="Tìm"
          onSearch={(typed) => change({ q: typed.trim() || undefined })}
          style={{ width: 280 }}
        />
        <Select
          aria-label="Xem mẫu nào"
          style={{ minWidth: 190 }}
          value={filters.xem ?? 'dang-dung'}
          onChange={(xem: string) => change({ xem: xem === 'dang-dung' ? undefined : xem })}
          options={Object.entries(SHOWN).map(([value, { label }]) => ({ value, label }))}
        />
        <DayField label="Dùng vào ngày" value={filters.ngay ?? today} onChange={(ngay) => change({ ngay })} />
        {filters.ngay && (
          <Button type="link" onClick={() => change({ ngay: undefined })}>
            Về hôm nay
          </Button>
        )}
      </search>
      <section className="panel flush" aria-label="Danh sách mẫu">
        <Loaded query={list}>
          {({ items }) => <TemplateTable lines={items.filter(keeps)} on={filters.ngay ?? today} />}
        </Loaded>
      </section>
    </>
  );
}

function TemplateTable({ lines, on }: { lines: readonly Line[]; on: string }) {
  if (lines.length === 0) return <Empty>Không có mẫu nào như vậy.</Empty>;
  return (
    <table className="data cards-on-phone">
      <caption>
        {count(lines.length)} mẫu; cột cuối là mẫu in vào ngày {day(on)}
      </caption>
      <thead>
        <tr>
          <th>Văn bản</th>
          <th>Mẫu số</th>
          <th>Căn cứ</th>
          <th>Hiệu lực</th>
          <th>Mẫu in</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.form}/${line.validFrom}`}>
            <td>
              <Link to={pathOf(line)}>{line.title}</Link>
            </td>
            <td className="nowrap">{line.formNumber ?? ''}</td>
            <td>
              {line.citation}
              {!line.confirmed && (
                <>
                  {' '}
                  <span className="mark amber">chưa đối chiếu</span>
                </>
              )}
            </td>
            <td className="num nowrap">{validityOf(line)}</td>
            <td>
              <Used line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const pathOf = ({ form, validFrom }: Line): string =>
  `/mau-van-ban/chi-tiet?ma=${encodeURIComponent(form)}&phien-ban=${validFrom}`;
export const validityOf = ({ validFrom, validTo }: Line): string =>
  validTo ? `${day(validFrom)} đến ${day(validTo)}` : `từ ${day(validFrom)}`;

/** What prints on the day: status in words, never by colour alone. */
export function Used({ line }: { line: Line }) {
  if (!line.inForce) return <Status tone="none">Không dùng vào ngày này</Status>;
  const own = line.own.find(({ id }) => id === line.usedId);
  return own ? (
    <Status tone="soon">Mẫu của cơ quan, từ {day(own.validFrom)}</Status>
  ) : (
    <Status tone="met">Mẫu chuẩn</Status>
  );
}
