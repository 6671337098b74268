import type { Dto } from '../api/types.js';
import { canKeep, plain } from './browser-store.js';
import { orAfterPatience } from './or-after.js';

/** Who was signed in last and on which day: enough for the screens to come up without the network. No citizen is in it. */
interface Remembered {
  readonly user: Dto<'User'>;
  readonly info: Dto<'AppInfo'>;
  /** The machine's own day when the server said what day it was. */
  readonly on: string;
}
const NAME = 'session';
const LEAVING = 'leaving';
const read = <T>(name: string): Promise<T | undefined> =>
  orAfterPatience(
    plain.get<T>(name).catch(() => undefined),
    undefined,
  );
const machineDay = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });

export async function rememberSession(user: Dto<'User'>, info: Dto<'AppInfo'>): Promise<void> {
  if (!canKeep()) return;
  const minimal: Remembered = {
    user: { ...user, unread: 0 },
    info: { ...info, demoPassword: null, demoAccounts: [] },
    on: machineDay(),
  };
  await plain.set(NAME, minimal).catch(() => undefined);
}

export async function recallSession(): Promise<Remembered | null> {
  if (!canKeep()) return null;
  const found = await read<Remembered>(NAME);
  if (!found) return null;
  return { ...found, info: { ...found.info, today: dayPassed(found.info.today, found.on, machineDay()) } };
}

/** The business day goes on with the machine's days while the server cannot be asked. */
export function dayPassed(today: string, from: string, to: string): string {
  const days = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whoever signs out without the network is signed out here at once; the server hears of it first thing afterwards. */
export async function forgetSession(serverKnows: boolean): Promise<void> {
  if (!canKeep()) return;
  await plain.drop(NAME).catch(() => undefined);
  if (!serverKnows) await plain.set(LEAVING, true).catch(() => undefined);
}
export const isLeaving = async (): Promise<boolean> => canKeep() && (await read<boolean>(LEAVING)) === true;
export const hasLeft = (): Promise<void> => plain.drop(LEAVING).catch(() => undefined);
