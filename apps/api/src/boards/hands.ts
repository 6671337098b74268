import type { Officer } from '#libs/persistence';

const NOBODY = 'Chưa giao cho ai';

export const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);
export const handKey = (userId: number | null): string => (userId === null ? 'nobody' : String(userId));
export const nameOf = (names: ReadonlyMap<number, Officer>, userId: number | null): string =>
  userId === null ? NOBODY : (names.get(userId)?.fullName ?? 'Tài khoản không còn');
export const idsOf = (rows: readonly { assigneeId: number | null }[]): number[] => [
  ...new Set(rows.flatMap(({ assigneeId }) => (assigneeId === null ? [] : [assigneeId]))),
];
