import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { logUnexpected } from './log.js';
import type { ProblemDto } from './problem.dto.js';
import { asShape, PROBLEM_TYPE, problemOf, REQUEST_ID } from './problem.js';

/** Everything that goes wrong leaves here, whoever threw it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (asShape(error) === null) logUnexpected(error, request);
  const problem = problemOf(error, request.id);
  if (reply.sent) return;
  if (problem.status === 413) return void drained(request).then(() => answer(problem, request, reply));
  answer(problem, request, reply);
}

const DRAINED_BYTES = 64 * 1024 * 1024;
const DRAINED_MS = 15_000;

/**
 * A sender that is still sending sees a broken connection instead of the answer, so that what is too large is read to its end
 * and thrown away; what is far too large is not.
 */
async function drained({ raw }: FastifyRequest): Promise<void> {
  if (raw.readableEnded || raw.destroyed || Number(raw.headers['content-length'] ?? DRAINED_BYTES + 1) > DRAINED_BYTES)
    return;
  await new Promise<void>((done) => {
    const patience = setTimeout(done, DRAINED_MS);
    const end = (): void => {
      clearTimeout(patience);
      done();
    };
    raw.unpipe();
    for (const event of ['end', 'close', 'error']) raw.once(event, end);
    raw.resume();
  });
}

function answer(problem: ProblemDto, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  void reply.header(REQUEST_ID, request.id);
  if (problem.status === 429 || problem.status === 503)
    void reply.header('retry-after', String(problem.retryAfter ?? 60));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .code(problem.status)
    .header('content-type', PROBLEM_TYPE)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}
