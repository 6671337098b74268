import { procedures } from '#workflows';
import type { ProcedureDefinition } from '#libs/procedure';
import type { NationalSource } from './source.js';

const TYPES: Readonly<Record<string, string>> = {
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  feedback: 'Kiến nghị, phản ánh',
  mixed: 'Nhiều nội dung',
  other: 'Nội dung khác',
};
const CHANNELS: Readonly<Record<string, string>> = {
  in_person: 'Trực tiếp',
  post: 'Bưu chính',
  mailbox: 'Hòm thư',
  online: 'Trực tuyến',
  forwarded: 'Cơ quan khác chuyển đến',
  oral: 'Trình bày trực tiếp',
  imported: 'Sổ cũ',
};
const OUTCOMES: Readonly<Record<string, string>> = {
  guided: 'Hướng dẫn',
  petitionRegistered: 'Nhận đơn',
  transferred: 'Chuyển cơ quan có thẩm quyền',
  reported: 'Báo cáo người đứng đầu',
  explained: 'Giải thích',
  answered: 'Trả lời',
  refused: 'Từ chối tiếp',
};
const INSTANCES: Readonly<Record<string, string>> = {
  first: 'Lần đầu',
  second: 'Lần hai',
  '1': 'Lần đầu',
  '2': 'Lần hai',
};

export const typeWords = (type: string): string => TYPES[type] ?? 'Chưa phân loại';
export const channelWords = (channel: string | null): string | null =>
  channel === null ? null : (CHANNELS[channel] ?? null);
export const outcomeWords = (outcome: string | null): string | null =>
  outcome === null ? null : (OUTCOMES[outcome] ?? null);

const definitionOf = ({ procedure, procedureVersion }: NationalSource): ProcedureDefinition | undefined =>
  procedure === null ? undefined : procedures.find(`${procedure}@${procedureVersion}`);

export const stageWords = (source: NationalSource): string | null =>
  source.stage === null ? null : (definitionOf(source)?.stages[source.stage]?.title ?? null);
export const stepWords = (source: NationalSource, type: string): string | null =>
  definitionOf(source)?.events[type]?.title ?? null;

/** What was found, as the form of the step says it; yes and no stay what they are. */
export function choiceWords(
  source: NationalSource,
  { type, finding, value }: { readonly type: string; readonly finding: string; readonly value: unknown },
): string | boolean | null {
  if (typeof value === 'boolean') return value;
  if (finding === 'instance') return INSTANCES[String(value)] ?? null;
  const input = definitionOf(source)?.events[type]?.input.find(({ name }) => name === finding);
  return input?.options?.find((option) => option.value === value)?.label ?? null;
}
