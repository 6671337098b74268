import type { WorkCalendar } from '#libs/calendar';
import type { AgencySettings } from '#libs/oversight';
import type { LocalDate } from '#libs/shared';
import { alarmOf, computeDeadline, ruleById, type DeadlineComputation, type RuleVariant } from '#libs/statute';
import type { DeadlineRow, StoredExtension } from './model.js';

export interface ComputedOf {
  readonly ruleId: string;
  readonly startOn: LocalDate;
  readonly variant: RuleVariant;
  readonly pauses: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[];
  readonly extensions?: readonly Pick<StoredExtension, 'adds' | 'days'>[];
}

export interface ComputeSurroundings {
  readonly settings: AgencySettings;
  readonly calendar: WorkCalendar;
}

export type ComputedColumns = Pick<
  DeadlineRow,
  'ruleVersion' | 'citation' | 'kind' | 'statutory' | 'rawEnd' | 'dueOn' | 'warnOn' | 'calendarVersion'
>;

/** The whole computation with its days, as shown on the case page. */
export function explainDeadline(
  { ruleId, startOn, variant, pauses, extensions = [] }: ComputedOf,
  { settings, calendar }: ComputeSurroundings,
): DeadlineComputation {
  const added = extensions.filter(({ adds }) => adds === true);
  return computeDeadline(
    {
      ...{ ruleId, startOn, variant },
      pauses: pauses.map(({ from, to }) => ({ from, to })),
      ...(added.length > 0 ? { extensions: added.length, extensionDays: added.map(({ days }) => days ?? null) } : {}),
      makeup: settings.makeup,
    },
    calendar,
  );
}

/** Limits that have been neither paused nor extended come out the same for every file that starts them on one day. */
const reckoned = new Map<string, ComputedColumns>();
const MOST_REMEMBERED = 5_000;

/**
 * The columns of a deadline row. The law of the trigger's date chooses the version; where an agency goes by the decree's
 * reading of the old acceptance limit, that reading's day and name are stored and the other stays in the explanation.
 */
export function computeColumns(what: ComputedOf, around: ComputeSurroundings): ComputedColumns {
  if (what.pauses.length > 0 || what.extensions?.some(({ adds }) => adds)) return reckonColumns(what, around);
  const { makeup, oldAcceptanceReading } = around.settings;
  const key = `${around.calendar.version} ${what.ruleId} ${what.startOn} ${what.variant} ${makeup} ${oldAcceptanceReading}`;
  let columns = reckoned.get(key);
  if (!columns) {
    if (reckoned.size >= MOST_REMEMBERED) reckoned.clear();
    reckoned.set(key, (columns = reckonColumns(what, around)));
  }
  return columns;
}

function reckonColumns(what: ComputedOf, around: ComputeSurroundings): ComputedColumns {
  const computed = explainDeadline(what, around);
  const { rule } = computed;
  const decree =
    around.settings.oldAcceptanceReading === 'decree'
      ? computed.readings.find((reading) => reading.due !== null)
      : undefined;
  const chosen = decree?.rule ?? rule;
  return {
    ruleVersion: chosen.id,
    citation: chosen.citation,
    kind: rule.kind,
    statutory: hasLegalAlarm(rule.id),
    rawEnd: decree ? null : computed.rawEnd,
    dueOn: decree?.due ?? computed.due,
    warnOn: computed.warnOn,
    calendarVersion: computed.calendarVersion,
  };
}

/** Only a confirmed upper limit can lapse by law; everything else is watched without that alarm. */
function hasLegalAlarm(ruleId: string): boolean {
  const rule = ruleById(ruleId);
  return rule !== undefined && alarmOf(rule) === 'legal';
}
