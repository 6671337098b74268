import type { WorkCalendar } from '#libs/calendar';
import type { AgencySettings } from '#libs/oversight';
import type { LocalDate } from '#libs/shared';
import { alarmOf, computeDeadline, ruleById, type DeadlineComputation, type RuleVariant } from '#libs/statute';
import type { DeadlineRow } from './model.js';

export interface ComputedOf {
  readonly ruleId: string;
  readonly startOn: LocalDate;
  readonly variant: RuleVariant;
  readonly pauses: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[];
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
  { ruleId, startOn, variant, pauses }: ComputedOf,
  { settings, calendar }: ComputeSurroundings,
): DeadlineComputation {
  return computeDeadline(
    { ruleId, startOn, variant, pauses: pauses.map(({ from, to }) => ({ from, to })), makeup: settings.makeup },
    calendar,
  );
}

/**
 * The columns of a deadline row. The law of the trigger's date chooses the version; where an agency goes by the decree's
 * reading of the old acceptance limit, that reading's day and name are stored and the other stays in the explanation.
 */
export function computeColumns(what: ComputedOf, around: ComputeSurroundings): ComputedColumns {
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
