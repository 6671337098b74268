import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { DatabaseUrls } from '#libs/persistence';
import type { NationOptions, NationPlan } from './build-nation.js';
import type { LaneNews, LaneOrder } from './nation-lane.js';
import type { Written } from './replay-province.js';

export interface LanesOptions {
  readonly urls: DatabaseUrls;
  readonly nation: NationOptions;
  readonly lanes: number;
  readonly onWritten: (province: string, written: Written) => void;
}

/** The provinces of a nation written by several processes at once. @returns the memory each took at most, in kilobytes. */
export async function runLanes(
  { provinces }: NationPlan,
  { urls, nation, lanes, onWritten }: LanesOptions,
): Promise<readonly number[]> {
  return Promise.all(dealt(provinces, lanes).map((codes) => runLane({ urls, nation, provinces: codes }, onWritten)));
}

/** The greatest first, each to who has least so far. */
function dealt(provinces: NationPlan['provinces'], lanes: number): string[][] {
  const hands = Array.from({ length: lanes }, () => ({ load: 0, codes: [] as string[] }));
  for (const { code, totals } of [...provinces].sort((a, b) => b.totals.petitions - a.totals.petitions)) {
    const least = hands.reduce((one, other) => (other.load < one.load ? other : one));
    least.codes.push(code);
    least.load += totals.petitions;
  }
  return hands.map(({ codes }) => codes);
}

function runLane(order: LaneOrder, onWritten: LanesOptions['onWritten']): Promise<number> {
  return new Promise((done, failed) => {
    const child = fork(join(import.meta.dirname, 'nation-lane.js'), {
      execArgv: ['--max-old-space-size=6144'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const endWithUs = (): void => void child.kill('SIGKILL');
    process.once('exit', endWithUs);
    let peakKb = 0;
    child.on('message', (news: LaneNews) => {
      if (news.kind === 'written') onWritten(news.province, news.written);
      else ({ peakKb } = news);
    });
    child.once('error', failed);
    child.once('close', (code) => {
      process.off('exit', endWithUs);
      if (code === 0) done(peakKb);
      else failed(new Error(`A lane of the nation ended with code ${code}`));
    });
    child.send(order);
  });
}
