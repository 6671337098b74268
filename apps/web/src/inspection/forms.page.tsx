import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api, ok } from '../api/client.js';
import type { paths } from '../api/schema.js';
import type { Dto } from '../api/types.js';
import { AgencySelect } from '../ui/agency-select.js';
import { day, instant } from '../ui/dates.js';
import { DayField } from '../ui/day-field.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { SCROLLS } from '../ui/scrolls.js';
import { Status } from '../ui/status.js';
import { useFilters } from '../ui/url-filters.js';
import { FormOnPhone, FormTable } from './form-table.js';
import './inspection.css';

type Form = Dto<'CountedForm'>;
type Forms = Dto<'Forms'>;
type Asked = NonNullable<paths['/api/v1/reports/{form}']['get']['parameters']['query']>;

const FILTERS = ['form', 'from', 'to', 'agency', 'knownOn'] as const;
type Filters = Partial<Record<(typeof FILTERS)[number], string>>;
const FIRST = 'XLD01';

/** The official forms as on paper; every number leads to its list, every formula says whether it holds. */
export function FormsPage() {
  const [filters, change] = useFilters(FILTERS);
  const forms = useQuery({ queryKey: ['report-forms'], queryFn: () => ok(api.GET('/api/v1/reports/forms')) });
  const { form = FIRST, ...asked } = filters;
  const counted = useQuery({
    queryKey: ['report-form', form, asked],
    queryFn: () => ok(api.GET('/api/v1/reports/{form}', { params: { path: { form }, query: asked as Asked } })),
  });
  return (
    <>
      <PageHead
        title="Biểu mẫu báo cáo"
        lead="Bấm một con số để xem đúng danh sách của nó; biểu có công thức không khớp thì không tải được."
        actions={counted.data && <Downloads form={counted.data} />}
      />
      <Loaded query={forms}>{(data) => <Choices forms={data} filters={filters} change={change} />}</Loaded>
      <Loaded query={counted}>{(data) => <Counted form={data} />}</Loaded>
    </>
  );
}

function Choices({
  forms: { forms, periods },
  filters,
  change,
}: {
  forms: Forms;
  filters: Filters;
  change: (next: Filters & Record<string, string | undefined>) => void;
}) {
  const chosen = filters.from ? periods.find(({ from, to }) => from === filters.from && to === filters.to) : periods[0];
  const from = filters.from ?? periods[0]?.from;
  const to = filters.to ?? periods[0]?.to;
  return (
    <>
      <div className="row rate-filters" style={{ marginBottom: 12 }}>
        <Select
          aria-label="Biểu mẫu"
          style={{ width: 300 }}
          popupMatchSelectWidth={480}
          value={filters.form ?? FIRST}
          options={forms.map(({ id, code, title, circular }) => ({
            value: id,
            label: `${code} (${circular}) ${title}`,
          }))}
          onChange={(form: string) => change({ form })}
        />
        <Select
          aria-label="Kỳ báo cáo"
          style={{ width: 190 }}
          value={chosen?.key ?? 'own'}
          options={[
            { label: 'Kỳ theo thông tư', options: named(periods.filter(({ kind }) => kind !== 'month')) },
            { label: 'Tháng (quy định nội bộ)', options: named(periods.filter(({ kind }) => kind === 'month')) },
            { value: 'own', label: 'Kỳ tự chọn' },
          ]}
          onChange={(key: string) => {
            const period = periods.find((one) => one.key === key);
            if (period) change({ from: period.from, to: period.to });
          }}
        />
        <DayField label="Từ ngày" value={from} onChange={(next) => change({ from: next, to })} />
        <DayField label="Đến ngày" value={to} onChange={(next) => change({ to: next, from })} />
        <DayField label="Biết đến hết ngày" value={filters.knownOn} onChange={(knownOn) => change({ knownOn })} />
        <AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />
      </div>
      {chosen && <p className="small muted period-source">{chosen.source}</p>}
    </>
  );
}

const named = (periods: Forms['periods']) => periods.map(({ key, title }) => ({ value: key, label: title }));

/** The scope that was counted, whatever the address leaves open: links and files stay what is on the screen. */
const scopeOf = ({ from, to, knownAt, agencyCode }: Form): string =>
  new URLSearchParams({ from, to, knownAt, agency: agencyCode }).toString();

const FILES = [
  ['xlsx', 'Tải Excel'],
  ['pdf', 'Tải PDF'],
  ['csv', 'Tải CSV'],
  ['json', 'Tải JSON'],
] as const;

function Downloads({ form }: { form: Form }) {
  if (form.columns === 0 || !form.exportable) return null;
  return (
    <>
      {FILES.map(([format, words]) => (
        <a
          key={format}
          className="link-button"
          href={`/api/v1/reports/${form.id}/export?${scopeOf(form)}&format=${format}`}
          download
        >
          {words}
        </a>
      ))}
    </>
  );
}

function Counted({ form }: { form: Form }) {
  if (form.columns === 0) return <Empty>{form.notice}</Empty>;
  return (
    <div className="stack">
      <section className="panel" aria-label={`Biểu ${form.code}`}>
        <h2>
          {form.code}. {form.title}
        </h2>
        <p className="small muted" role="status">
          {form.agencyName}. Kỳ {day(form.from)} – {day(form.to)}, biết đến {instant(form.knownAt)}.
        </p>
        <FormOnPhone form={form} scope={scopeOf(form)} />
        <div {...SCROLLS} className="table-scroll wide-form">
          <FormTable form={form} scope={scopeOf(form)} />
        </div>
        <p className="small muted">Dấu —: chưa có dữ liệu hoặc bạn không được xem; không phải số 0.</p>
        {form.notices.map((notice) => (
          <p key={notice} className="small muted">
            {notice}
          </p>
        ))}
      </section>
      <Identities form={form} />
    </div>
  );
}

function Identities({ form }: { form: Form }) {
  const below = form.lines.filter(({ kind, broken }) => (kind === 'own' || kind === 'below') && broken.length > 0);
  const several = form.lines.length > 1;
  return (
    <section className="panel" aria-label="Công thức của biểu">
      <h2>Công thức{several && ', tính trên dòng Tổng'}</h2>
      <ul className="plain-list">
        {form.identities.map((identity) => (
          <Identity key={identity.formula} identity={identity} />
        ))}
      </ul>
      {several && below.length === 0 && <p className="small muted">Mọi dòng bên trên Tổng cũng khớp.</p>}
      {several &&
        below.map(({ key, title, broken }) => (
          <div key={key}>
            <h3>{title}</h3>
            <ul className="plain-list">
              {broken.map((identity) => (
                <Identity key={identity.formula} identity={identity} />
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}

function Identity({ identity }: { identity: Dto<'FormIdentity'> }) {
  return (
    <li className="small">
      <IdentityState identity={identity} /> {identity.says}
      {identity.note && <span className="muted"> {identity.note}</span>}
      {identity.cases.length > 0 && <span> Số vào sổ: {identity.cases.join(', ')}.</span>}
    </li>
  );
}

function IdentityState({ identity: { state, severity } }: { identity: Dto<'FormIdentity'> }) {
  if (state === 'holds') return <Status tone="met">Khớp</Status>;
  if (state === 'noData') return <Status tone="none">Chưa có dữ liệu để so</Status>;
  return severity === 'error' ? (
    <Status tone="late">Không khớp, không xuất được</Status>
  ) : (
    <Status tone="soon">Không khớp, cần xem lại</Status>
  );
}
