import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that can be told from a later one with the same number, where the system says when it started. */
export interface ProcessMark {
  readonly pid: number;
  readonly started: string | null;
}

/** Clock ticks since boot at which the process started (field 22 of /proc/PID/stat); null where there is no /proc. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

const isZombie = (pid: number): boolean => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
};

export const markOf = (pid: number): ProcessMark => ({ pid, started: startOf(pid) });

export function isAlive(mark: ProcessMark): boolean {
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (isZombie(mark.pid)) return false;
  return mark.started === null || startOf(mark.pid) === mark.started;
}

export function readMark(path: string): ProcessMark | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessMark;
  } catch {
    return null;
  }
}

export function writeMark(path: string, pid = process.pid): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(markOf(pid)), { mode: 0o600 });
}

/** Takes the lock of a process that is gone. Only one of several takers succeeds: a rename moves a file once. */
function removeStale(path: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const taken = readMark(aside);
  // Somebody else was quicker and this is already a living owner's file: it goes back.
  if (taken && isAlive(taken)) {
    try {
      linkSync(aside, path);
    } catch {
      /* a third one holds it now; the living owner finds out when it releases */
    }
  }
  rmSync(aside, { force: true });
}

function tryLock(path: string): boolean {
  const own = `${path}.${process.pid}`;
  writeMark(own);
  try {
    linkSync(own, path);
    return true;
  } catch {
    const holder = readMark(path);
    if (existsSync(path) && (holder === null || !isAlive(holder))) removeStale(path);
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Runs `work` while no other process holds the lock file. A lock whose process is gone counts for nothing. */
export async function withLock<T>(path: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + waitMs;
  while (!tryLock(path)) {
    if (Date.now() > until) throw new Error(`locked by process ${readMark(path)?.pid ?? '?'}`);
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** Marks of the processes in a folder that still live; the others' files are removed. */
export function livingIn(folder: string): ProcessMark[] {
  if (!existsSync(folder)) return [];
  const living: ProcessMark[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const mark = readMark(path);
    if (mark && isAlive(mark)) living.push(mark);
    else rmSync(path, { force: true });
  }
  return living;
}
