import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { saveCsv } from '../ui/csv.js';
import { day, instant } from '../ui/dates.js';
import { Loaded, ProblemAlert } from '../ui/feedback.js';
import { label, PROCEDURE } from '../ui/labels.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import { figurePage } from './figure-link.js';
import { type About, FindingsList, NoteDrawer } from './findings.js';
import { STRATA } from './inspection.page.js';
import { useIsInspector } from './inspections.page.js';
import './inspection.css';
import { SCROLLS } from '../ui/scrolls.js';

type Sample = Dto<'SampleDetail'>;
type Case = Dto<'SampledCase'>;

/** One sample: how it was drawn, what came out, what was noted. */
export function SamplePage() {
  const { id = '' } = useParams();
  const client = useQueryClient();
  const inspector = useIsInspector();
  const [about, setAbout] = useState<About | null>(null);
  const sample = useQuery({
    queryKey: ['sample', id],
    queryFn: () => ok(api.GET('/api/v1/inspection-samples/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <PageHead
        title="Mẫu kiểm tra"
        lead={
          sample.data &&
          `${count(sample.data.cases.length)} vụ việc chọn từ ${count(sample.data.populationSize)}: ${sample.data.measureTitle.toLowerCase()}.`
        }
        actions={
          sample.data && (
            <>
              <Link to={`/kiem-tra/${sample.data.inspectionId}`}>Về cuộc kiểm tra</Link>
              <Button onClick={() => save(sample.data)}>Tải CSV</Button>
            </>
          )
        }
      />
      <Loaded query={sample}>
        {(data) => (
          <div className="stack">
            <HowDrawn sample={data} />
            <Cases cases={data.cases} strata={data.strata} onNote={inspector ? setAbout : null} />
          </div>
        )}
      </Loaded>
      <NoteDrawer
        about={about}
        onClose={() => setAbout(null)}
        write={async (caseFileId, body) => {
          await ok(
            api.POST('/api/v1/inspection-samples/{id}/cases/{caseFileId}/findings', {
              params: { path: { id, caseFileId } },
              body,
            }),
          );
          await client.invalidateQueries({ queryKey: ['sample', id] });
        }}
      />
    </>
  );
}

function HowDrawn({ sample }: { sample: Sample }) {
  const again = useMutation({
    mutationFn: () => ok(api.GET('/api/v1/inspection-samples/{id}/redrawn', { params: { path: { id: sample.id } } })),
  });
  const filters = {
    ...{ from: sample.from, to: sample.to, knownAt: sample.knownAt },
    ...(sample.agency ? { agency: sample.agency } : {}),
    ...(sample.field ? { field: sample.field } : {}),
    ...(sample.procedure ? { procedure: sample.procedure } : {}),
  };
  return (
    <section className="panel" aria-labelledby="how-title">
      <h2 id="how-title">Đã chọn thế nào</h2>
      <dl className="facts sample-facts">
        <dt>Danh sách</dt>
        <dd>
          <Link to={figurePage(sample.measure, filters)}>
            {sample.measureTitle}: {count(sample.populationSize)} vụ việc
          </Link>{' '}
          ({day(sample.from)} – {day(sample.to)}
          {sample.procedure && `; ${label(PROCEDURE, sample.procedure)}`}), biết đến {instant(sample.knownAt)}
        </dd>
        <dt>Số khởi tạo</dt>
        <dd>
          <code>{sample.seed}</code>
        </dd>
        <dt>Mã băm danh sách</dt>
        <dd>
          <code>{sample.populationHash}</code>
        </dd>
        <dt>Phân tầng</dt>
        <dd>{STRATA.find(({ value }) => value === sample.strata)?.label}</dd>
        <dt>Chọn lúc</dt>
        <dd>
          {instant(sample.drawnAt)}, {sample.drawnByName}
        </dd>
        <dt>Cách chọn</dt>
        <dd className="small">{sample.says}</dd>
      </dl>
      <div className="row" style={{ marginTop: 10 }}>
        <Button onClick={() => again.mutate()} loading={again.isPending}>
          Chọn lại để so
        </Button>
      </div>
      <div aria-live="polite" style={{ marginTop: 8 }}>
        <ProblemAlert error={again.error} />
        {again.data && <Compared again={again.data} />}
      </div>
    </section>
  );
}

function Compared({ again }: { again: Dto<'Redrawn'> }) {
  if (again.samePopulation && again.sameSample)
    return (
      <Alert
        type="success"
        showIcon
        title="Chọn lại ra đúng mẫu này"
        description={`Cùng danh sách ${count(again.populationSize)} vụ việc, cùng mã băm, cùng các vụ việc.`}
      />
    );
  return (
    <Alert
      type="warning"
      showIcon
      title={again.samePopulation ? 'Danh sách như cũ nhưng mẫu khác' : 'Danh sách đã khác khi chọn'}
      description={
        <>
          Nay có {count(again.populationSize)} vụ việc, mã băm <code>{again.populationHash}</code>. Phạm vi bạn được xem
          có thể đã thay đổi, hoặc khác người đã chọn mẫu.
        </>
      }
    />
  );
}

function Cases({
  cases,
  strata,
  onNote,
}: {
  cases: readonly Case[];
  strata: string;
  onNote: ((one: About) => void) | null;
}) {
  return (
    <div {...SCROLLS} className="table-scroll panel">
      <table className="data cards-on-phone">
        <caption className="visually-hidden">Các vụ việc trong mẫu</caption>
        <thead>
          <tr>
            <th scope="col">Thứ tự</th>
            <th scope="col">Số vào sổ</th>
            <th scope="col">Cơ quan</th>
            <th scope="col">Quy trình, giai đoạn hiện nay</th>
            {strata === 'overdue' && <th scope="col">Tầng</th>}
            <th scope="col">Ghi nhận kiểm tra</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={one.caseFileId}>
              <td data-label="Thứ tự" className="num">
                {one.ordinal}
              </td>
              <td data-label="Số vào sổ" className="nowrap">
                <Link to={`/ho-so/${one.caseFileId}`}>{one.registerLabel}</Link>
              </td>
              <td data-label="Cơ quan">{one.agencyName}</td>
              <td data-label="Quy trình">
                {one.title}
                <div className="muted small">{one.stageTitle}</div>
              </td>
              {strata === 'overdue' && (
                <td data-label="Tầng" className="nowrap">
                  {one.stratum}
                </td>
              )}
              <td data-label="Ghi nhận">
                <FindingsList
                  findings={one.findings}
                  onCorrect={onNote ? (corrects) => onNote({ ...one, corrects }) : undefined}
                />
                {onNote && (
                  <Button
                    size="small"
                    onClick={() => onNote(one)}
                    aria-label={`Ghi nhận về đơn số ${one.registerLabel}`}
                  >
                    Ghi nhận
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const save = (sample: Sample): void =>
  saveCsv(
    `Mẫu kiểm tra ${sample.seed}`,
    ['Thứ tự', 'Mã hồ sơ', 'Số vào sổ', 'Cơ quan', 'Quy trình', 'Tầng', 'Ghi nhận'],
    sample.cases.map((one) => [
      ...[one.ordinal, one.caseFileId, one.registerLabel, one.agencyName, one.title, one.stratum],
      one.findings.map(({ verdictTitle, note }) => `${verdictTitle}: ${note}`).join('; '),
    ]),
  );
