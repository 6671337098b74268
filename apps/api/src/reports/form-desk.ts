import type { Actor } from '#libs/access';
import type { AgencyRow } from '#libs/persistence';
import {
  addedForms,
  agenciesOfLines,
  allPeriodsOf,
  assertIdentities,
  brokenLines,
  countFormByAgency,
  exportForm,
  type CountedForm,
  type FormColumn,
  type FormFacts,
  type FormFormat,
  formFactsOf,
  type FormRegister,
  type FormLine,
  formFileName,
  headsOf,
  isInFull,
  lineScoped,
  type LineScope,
  linesOf,
  type NamedIdentity,
  PERIOD_SOURCE,
  populationHash,
  REPORT_FORMS,
  reportingYear,
  type ReportForm,
  type ShownCell,
  sourceOfPeriod,
  wordsOf,
} from '#libs/reporting';
import { dayOf } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { listAddress } from '../http/list-address.js';
import { type AskedParts, formScopeOf, type FormScope, mayReadForms } from './asked.js';
import { formNamed } from './form-version-desk.js';
import { countedRow } from './figure-words.js';
import type {
  CountedFormDto,
  FormCellListDto,
  FormCellQuery,
  FormColumnDto,
  FormIdentityDto,
  FormLineDto,
  FormQuery,
  FormsDto,
  FormSummaryDto,
} from './form.dto.js';

const PAGE = 100;

/** The official forms: counted, their cells as lists, exported where every identity that must hold does. */
export class FormDesk {
  constructor(private readonly parts: AskedParts & { readonly register: FormRegister }) {}

  async forms(actor: Actor): Promise<FormsDto> {
    mayReadForms(actor);
    const year = reportingYear(dayOf(await this.parts.clock.now()));
    return {
      forms: [...REPORT_FORMS, ...(await addedForms(this.parts.register, actor))].map(summary),
      periods: [...allPeriodsOf(year), ...allPeriodsOf(year - 1)].map((period) => ({
        ...{ key: period.key, title: period.title, from: period.from, to: period.to, kind: period.kind },
        ...{ source: sourceOfPeriod(period), inFull: isInFull(period) },
      })),
      periodSource: PERIOD_SOURCE,
    };
  }

  async counted(actor: Actor, id: string, query: FormQuery): Promise<CountedFormDto> {
    const { counted, scope } = await this.count(actor, id, query);
    return {
      ...summary(counted.form),
      ...{ agencyCode: scope.agency.code, agencyName: scope.agency.name },
      ...{ ...scope.period, knownAt: scope.knownAt.toISOString(), notices: [...counted.notices] },
      exportable: brokenLines(counted).length === 0,
      list: listAddress(`reports/${counted.form.id}/cells/{cell}`, {
        ...{ ...scope.period, knownAt: scope.knownAt.toISOString(), agency: scope.agency.code, line: '{line}' },
      }),
      heads: headsOf(counted.form.columns)
        .flat()
        .map((head) => ({ ...head })),
      cells: counted.form.columns.map((column, place) => columnDto(column, counted.cells[place]!)),
      lines: counted.lines.map(lineDto),
      identities: counted.identities.map(identityDto),
    };
  }

  async list(
    actor: Actor,
    { form: id, cell: no }: { form: string; cell: string },
    query: FormCellQuery,
  ): Promise<FormCellListDto> {
    const { form, scope, lines, agencies: known } = await this.asked(actor, id, query);
    const column = form.columns.find((one) => String(one.no) === no);
    const line = lineScoped(lines, query.line ?? '');
    if (!column || !line) throw notFound('Biểu này không có ô đó.');
    const rows = formFactsOf(await this.parts.reader.forForms(actor, scope.knownAt), agenciesOfLines(lines));
    // One cell is counted, not the form: what it is of, of whom, is the same.
    const counted = countFormByAgency({ ...form, columns: [column], identities: [] }, rows, {
      ...{ period: scope.period, lines: [line], agencies: known },
    });
    const cell = counted.cells[0]!;
    const agencies = await this.parts.directory.all();
    const from = Number(query.cursor || 0);
    const until = from + (query.limit ?? PAGE);
    return {
      ...{ formCode: counted.form.code, formTitle: counted.form.title, agencyName: scope.agency.name },
      ...{ ...scope.period, knownAt: scope.knownAt.toISOString(), notice: counted.form.notice },
      lineTitle: line.title,
      column: columnDto(column, cell),
      ...{ count: cell.rows.length, opening: cell.opening ?? 0 },
      listHash: populationHash(cell.rows.map(({ row }) => row.id)),
      items: cell.rows.slice(from, until).map((one) => countedRow(one, agencies)),
      nextCursor: until < cell.rows.length ? String(until) : null,
    };
  }

  /** @throws AppError 409 where an identity that must hold is broken. */
  async file(
    actor: Actor,
    id: string,
    { format = 'xlsx', ...query }: FormQuery & { format?: FormFormat },
  ): Promise<{ bytes: Buffer; name: string }> {
    const { counted, scope } = await this.count(actor, id, query);
    assertIdentities(counted);
    const madeOn = dayOf(await this.parts.clock.now());
    const head = { agency: scope.agency.name, ...(await this.above(scope.agency)), place: '…………', madeOn };
    const printed = { ...counted, head: { ...head, knownAt: scope.knownAt } };
    return { bytes: await exportForm(printed, format), name: formFileName(printed, format) };
  }

  private async above({ parentId }: FormScope['agency']): Promise<{ above?: string }> {
    return parentId === null ? {} : { above: (await this.parts.directory.byId(parentId)).name };
  }

  private async count(
    actor: Actor,
    id: string,
    query: FormQuery,
  ): Promise<{ readonly counted: CountedForm; readonly scope: FormScope }> {
    const { form, scope, lines, agencies } = await this.asked(actor, id, query);
    const { period, knownAt } = scope;
    const asked = { period, knownAt, agencies: agenciesOfLines(lines), of: form };
    const countedFrom = (facts: FormFacts): CountedForm => countFormByAgency(form, facts, { period, lines, agencies });
    const counted = countedFrom(await this.parts.reader.forFigures(actor, asked));
    if (!hasBroken(counted)) return { counted, scope };
    // An identity that does not hold names its cases, as a list does: both need every row by itself.
    const facts = formFactsOf(await this.parts.reader.forForms(actor, knownAt), asked.agencies);
    return { counted: countedFrom(facts), scope };
  }

  private async asked(actor: Actor, id: string, query: FormQuery): Promise<AskedForm> {
    mayReadForms(actor);
    const form = await formNamed(this.parts.register, actor, id);
    const scope = await formScopeOf(this.parts, actor, query);
    const agencies = [...(await this.parts.directory.all()).values()];
    return { form, scope, agencies, lines: linesOf(agencies, scope.agency) };
  }
}

interface AskedForm {
  readonly form: ReportForm;
  readonly scope: FormScope;
  readonly agencies: readonly AgencyRow[];
  readonly lines: readonly LineScope[];
}

const hasBroken = ({ lines }: CountedForm): boolean =>
  lines.some(({ identities }) => identities.some(({ state }) => state === 'broken'));

const summary = ({ id, code, circular, title, validFrom, validTo, notice, columns }: ReportForm): FormSummaryDto => ({
  ...{ id, code, circular, title, validFrom, validTo, notice, columns: columns.length },
});
const columnDto = (column: FormColumn, { value, state }: ShownCell): FormColumnDto => ({
  ...{ no: column.no, group: [...column.group], title: column.title, unit: column.unit, says: wordsOf(column) },
  ...{ value, state },
});
const identityDto = ({ formula, severity, state, says, note, cases }: NamedIdentity): FormIdentityDto => ({
  ...{ formula, severity, state, says, note: note ?? null, cases: [...cases] },
});
const lineDto = ({ key, kind, title, ordinal, cells, identities }: FormLine): FormLineDto => ({
  ...{ key, kind, title, ordinal, cells: cells.map(({ no, value, state }) => ({ no, value, state })) },
  broken: identities.filter(({ state }) => state === 'broken').map(identityDto),
});
