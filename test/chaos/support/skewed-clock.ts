import { readFileSync } from 'node:fs';

/**
 * Loaded with `--import` before the product: its system clock runs as many milliseconds apart from the machine's as the file
 * `CHAOS_CLOCK_FILE` says, as if somebody had set the clock under the running process. Timers stay, as they do in life: they run
 * on another clock. All code of the process sees it, BullMQ too; the product has no switch for it.
 */
const path = process.env['CHAOS_CLOCK_FILE'] ?? '';
const LOOK_MS = 40;

const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);
let offset = 0;
let lookedAt = -Infinity;

function now(): number {
  if (performance.now() - lookedAt > LOOK_MS) {
    lookedAt = performance.now();
    try {
      offset = Number(readFileSync(path, 'utf8')) || 0;
    } catch {
      offset = 0;
    }
  }
  return realNow() + offset;
}

class SkewedDate extends RealDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(now());
    else super(...(given as [number]));
  }
  static override now(): number {
    return now();
  }
}

if (path !== '') globalThis.Date = SkewedDate as DateConstructor;
