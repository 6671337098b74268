import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedInRequest } from './actor.js';

type Line = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One JSON line. Route patterns, never addresses: a query string or a path may carry a name or a code. */
export function log(level: 'info' | 'warn' | 'error', event: string, line: Line = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...line })}\n`);
}

export function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
  log(reply.statusCode >= 500 ? 'error' : 'info', 'http', {
    requestId: request.id,
    method: request.method,
    route: request.routeOptions.url ?? null,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    userId: (request as SignedInRequest).session?.actor.userId ?? null,
  });
}

/**
 * The place of an unexpected error, without its words: a database error repeats the row it failed on, a parser the text.
 */
export function logUnexpected(error: unknown, request: FastifyRequest): void {
  const { name, code, stack } = (typeof error === 'object' && error !== null ? error : {}) as {
    name?: string;
    code?: string;
    stack?: string;
  };
  const frames = stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .join(' | ');
  log('error', 'unexpected', { requestId: request.id, route: request.routeOptions.url ?? null, name, code, frames });
}
