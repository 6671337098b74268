import { AppError, type FieldError, type JsonValue, type Role } from '#libs/shared';
import { type EscalationPolicy, type EscalationRung, RUNG_KINDS, RUNG_ROLES } from './policy.js';
import type { AgencySettings } from './settings.js';

/** What an agency sets in one version: the ladder, office hours, how make-up days count. */
export type OfficePolicy = Pick<AgencySettings, 'workStart' | 'workEnd' | 'makeup' | 'escalation'>;

const LONGEST_LEAD = 30;
const LONGEST_SPACING = 20;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const isDays = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
const isRungRole = (value: unknown): value is Role => (RUNG_ROLES as readonly unknown[]).includes(value);

function isRung(value: unknown): value is EscalationRung {
  if (typeof value !== 'object' || value === null) return false;
  const { afterWorkingDays, tell } = value as Partial<EscalationRung>;
  return (
    isDays(afterWorkingDays, LONGEST_SPACING) &&
    Array.isArray(tell) &&
    tell.length > 0 &&
    tell.every(isRungRole) &&
    new Set(tell).size === tell.length
  );
}

const isLadder = (value: unknown): value is readonly EscalationRung[] =>
  Array.isArray(value) && value.length >= 1 && value.length <= RUNG_KINDS.length && value.every(isRung);
const isLead = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((days) => isDays(days, LONGEST_LEAD)) &&
  Number(value[0]) > Number(value[1]);

/** A stored ladder; null where it makes no sense. */
export function readPolicy(stored: JsonValue | undefined): EscalationPolicy | null {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return null;
  const { reminders, rungs } = stored as { readonly reminders?: JsonValue; readonly rungs?: JsonValue };
  return isLead(reminders) && isLadder(rungs) ? { reminders, rungs } : null;
}

const fault = (pointer: string, message: string): FieldError => ({ pointer, code: 'POLICY.FAULT', message });

/**
 * A version that cannot be meant.
 * @throws AppError `POLICY.INVALID`, naming every fault.
 */
export function checkPolicy({ escalation, workStart, workEnd }: OfficePolicy): void {
  const errors = [
    ...(isLead(escalation.reminders)
      ? []
      : [fault('/reminders', `hai lần nhắc trước từ 1 đến ${LONGEST_LEAD} ngày làm việc, lần đầu sớm hơn lần cuối`)]),
    ...(isLadder(escalation.rungs)
      ? []
      : [
          fault(
            '/rungs',
            `từ 1 đến ${RUNG_KINDS.length} nấc, mỗi nấc cách nấc trước 1 đến ${LONGEST_SPACING} ngày làm việc và có người được báo`,
          ),
        ]),
    ...(TIME.test(workStart) && TIME.test(workEnd) && workStart < workEnd
      ? []
      : [fault('/workStart', 'giờ bắt đầu phải trước giờ kết thúc, dạng GG:PP')]),
  ];
  if (errors.length === 0) return;
  throw new AppError({
    code: 'POLICY.INVALID',
    status: 422,
    title: 'Quy định nội bộ chưa đúng',
    detail: errors.map(({ message }) => message).join('; '),
    errors,
  });
}
