import type { Dto } from '../api/types.js';
import { Status } from '../ui/status.js';

const TONES = { draft: 'none', issued: 'met', replaced: 'paused' } as const;

export function ReportState({ report }: { report: Pick<Dto<'IssuedReport'>, 'state' | 'stateTitle'> }) {
  return <Status tone={TONES[report.state]}>{report.stateTitle}</Status>;
}
/** The first of a hash, enough to compare by eye; the whole stands in the title. */
export function ShortHash({ hash }: { hash: string }) {
  return <code title={hash}>{hash.slice(0, 12)}…</code>;
}
