import type { Table, TableColumn } from '#libs/reporting';
import { dayOf } from '#libs/shared';
import type { BreakdownRowDto, FiguresDto } from '../reports/report.dto.js';
import type { ComplexCaseDto, ComplexCasesDto } from './complex.dto.js';
import type { EmulationListDto } from './emulation.dto.js';
import type { ScorecardDto, ScorecardsDto } from './scorecard.dto.js';
import { dayWords, periodWords } from './table-files.js';

const text = (title: string, wide?: number): TableColumn => ({ title, format: 'text', ...(wide ? { wide } : {}) });

/** Measures and shares of agencies on one page, of who leads them on another. */
export function scorecardTables(cards: ScorecardsDto): readonly [Table, Table] {
  const groups = new Map(cards.groups.map(({ group, title }) => [group, title]));
  const columns: TableColumn[] = [
    ...cards.measures.map(({ group, title, unit }): TableColumn => ({
      ...{ group: groups.get(group) ?? '', title: `${title} (${unit})`, format: 'number' },
    })),
    ...cards.total.shares.map(({ title }): TableColumn => ({ group: 'Tỷ lệ', title, format: 'share' })),
  ];
  const valuesOf = ({ values, shares }: ScorecardDto) => [
    ...values.map(({ value }) => value),
    ...shares.map(({ perMille }) => (perMille === null ? null : perMille / 1000)),
  ];
  const rowOf = (card: ScorecardDto) => ({
    ...{ title: card.beside ? `${card.name} (${card.beside})` : card.name, values: valuesOf(card) },
  });
  const page = { when: periodWords(cards.from, cards.to), columns, notes: cards.notes };
  const total = { title: cards.total.name, values: valuesOf(cards.total), total: true };
  return [
    {
      ...{ ...page, name: 'Theo cơ quan', title: 'Trách nhiệm của cơ quan', first: 'Cơ quan (người đứng đầu)' },
      rows: [...cards.byAgency.map(rowOf), total],
    },
    {
      ...{ ...page, name: 'Theo người lãnh đạo', title: 'Trách nhiệm của người lãnh đạo' },
      ...{ first: 'Người lãnh đạo (cơ quan)', rows: cards.byLeader.map(rowOf) },
    },
  ];
}

/** What is told apart, with every rate of it; of each way of telling apart a page with the sum. */
export function rateTables(figures: FiguresDto, filters: readonly string[]): readonly [Table, ...Table[]] {
  const [row] = [figures.byAgency, figures.byField, figures.byProcedure, figures.byLeader].flat();
  const measures = figures.figures.filter(({ measure }) => row?.figures.some((one) => one.measure === measure) ?? true);
  const columns: TableColumn[] = [
    ...measures.map(({ title, unitTitle }): TableColumn => ({
      ...{ group: 'Chỉ tiêu', title: `${title} (${unitTitle.toLowerCase()})`, format: 'number' },
    })),
    ...figures.rates.map(({ title }): TableColumn => ({ group: 'Tỷ lệ', title, format: 'share' })),
  ];
  const valuesOf = (of: Pick<BreakdownRowDto, 'figures' | 'rates'>) => [
    ...measures.map(({ measure }) => of.figures.find((one) => one.measure === measure)?.value ?? null),
    ...figures.rates.map(({ rate }) => {
      const found = of.rates.find((one) => one.rate === rate)?.perMille ?? null;
      return found === null ? null : found / 1000;
    }),
  ];
  const total = { title: 'Tất cả', values: valuesOf(figures), total: true };
  const page = (name: string, rows: readonly BreakdownRowDto[]): Table => ({
    ...{
      name,
      title: `Tỷ lệ giải quyết ${name.toLowerCase()}`,
      first: name.replace('Theo ', '').replace(/^./, (one) => one.toUpperCase()),
    },
    ...{ when: [periodWords(figures.from, figures.to), ...filters].join('. '), columns },
    rows: [...rows.map((row) => ({ title: row.name, values: valuesOf(row) })), total],
    notes: [
      ...figures.rates.map(({ title, says, source }) => `${title}: ${says} (${source}).`),
      ...figures.targets.map(({ rate, text: words, source }) => {
        const title = figures.rates.find((one) => one.rate === rate)?.title ?? '';
        return `Mục tiêu ${title.toLowerCase()}: ${words}. ${source}`;
      }),
    ],
  });
  return [
    page('Theo cơ quan', figures.byAgency),
    page('Theo lĩnh vực', figures.byField),
    page('Theo quy trình', figures.byProcedure),
    page('Theo người giải quyết', figures.byLeader),
  ];
}

/** Cases in the order of the screen; numbers of the register are words, days are days. */
export function complexTable(list: ComplexCasesDto, cases: readonly ComplexCaseDto[]): Table {
  return {
    ...{ name: 'Vụ việc phức tạp', title: 'Vụ việc phức tạp, kéo dài, vượt cấp', first: 'Số vào sổ', firstWide: 22 },
    when: `Tính đến ngày ${dayWords(list.asOf)}`,
    columns: [
      ...[text('Cơ quan', 2.4), text('Quy trình', 2.4), text('Giai đoạn', 2), text('Lĩnh vực', 1.6)],
      { title: 'Số người', format: 'number', wide: 0.8 },
      { title: 'Ngày nhận', format: 'day', wide: 1.3 },
      { title: 'Tuổi (ngày)', format: 'number', wide: 0.8 },
      ...[text('Tiêu chí', 3), text('Đã qua', 3), text('Chịu trách nhiệm', 2), text('Đang ở ai', 1.8)],
      text('Việc kế tiếp', 2.6),
      { title: 'Hết hạn', format: 'day', wide: 1.3 },
    ],
    rows: cases.map((row) => ({
      title: row.registerLabel,
      values: [
        ...[row.agencyName, row.procedureTitle, row.stageTitle, row.field, row.people, row.receivedOn, row.ageDays],
        row.criteria.join('; '),
        row.history.map(({ on, title }) => `${dayWords(on)} ${title}`).join('; ') || null,
        ...[row.leaderName, row.inHandsOf, row.nextStep, row.nextDueOn],
      ],
    })),
    notes: list.criteria.map(({ title, source }) => `${title}: ${source}.`),
  };
}

/** The register of emulation models with what was voided, and why. */
export function emulationTable({ year, items }: EmulationListDto): Table {
  return {
    ...{ name: 'Mô hình thi đua', title: 'Sổ mô hình thi đua', first: 'Tên mô hình' },
    when: year === null ? 'Mọi năm' : `Năm ${year}`,
    columns: [
      text('Năm', 0.8),
      ...[text('Cơ quan', 2), text('Lĩnh vực', 1.6), text('Nội dung', 4), text('Mức công nhận', 1.6)],
      ...[text('Văn bản công nhận', 2), text('Tình trạng', 1.4), text('Lý do', 1.6), text('Người ghi', 1.6)],
      { title: 'Ngày ghi', format: 'day', wide: 1.2 },
    ],
    rows: items.map((one) => ({
      title: one.name,
      values: [
        ...[`${one.year}`, one.agencyName, one.field, one.summary, one.levelTitle, one.decision],
        ...[one.actTitle, one.reason, one.enteredByName, dayOf(new Date(one.enteredAt))],
      ],
    })),
    notes: ['Mô hình đã hủy vẫn còn trong sổ, có lý do.'],
  };
}
