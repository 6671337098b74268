import type { FastifyReply } from 'fastify';

export const FILE_ANSWER = {
  description: 'Nội dung tệp',
  content: { 'application/octet-stream': { schema: { type: 'string' as const, format: 'binary' } } },
};
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export async function sendFile(
  reply: FastifyReply,
  {
    bytes,
    name,
    madeFrom,
    inline = false,
  }: { readonly bytes: Buffer; readonly name: string; readonly madeFrom?: string; readonly inline?: boolean },
): Promise<void> {
  await reply
    .header('content-type', TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
    .header('content-length', bytes.length)
    .header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .headers(madeFrom ? { 'x-made-from': madeFrom } : {})
    .send(bytes);
}
