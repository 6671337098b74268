import '@fastify/multipart';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

type Limits = NonNullable<Parameters<FastifyRequest['parts']>[0]>['limits'];

const LOOK_MS = 1_000;
const STILL_LOOKS = 3;

/**
 * The parts of a multipart body. The parser never reads on past a part whose head it cannot read; whoever sent it would wait for ever.
 * @throws Error when bytes have arrived and nobody takes them any more.
 */
export async function* multipartParts(request: FastifyRequest, limits: Limits): AsyncGenerator<Multipart, void, void> {
  const parts = request.parts({ limits: limits ?? {} });
  for (;;) {
    const next = await unlessStuck(request.raw, parts.next());
    if (next.done) return;
    yield next.value;
  }
}

async function unlessStuck<T>(raw: FastifyRequest['raw'], next: Promise<T>): Promise<T> {
  let taken = -1;
  let still = 0;
  let timer: NodeJS.Timeout | undefined;
  const stuck = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      const waiting = raw.complete || raw.readableLength > 0;
      const before = taken;
      taken = raw.socket.bytesRead - raw.readableLength;
      still = waiting && taken === before ? still + 1 : 0;
      if (still < STILL_LOOKS) return;
      next.catch(() => undefined);
      // What is left on the line is let go, so that the answer gets through.
      raw.unpipe().resume();
      reject(new Error('The multipart body is stuck'));
    }, LOOK_MS);
  });
  return Promise.race([next, stuck]).finally(() => clearInterval(timer));
}
