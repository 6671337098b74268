import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SignIn } from '#libs/access';
import { outsideOf } from '#libs/persistence';
import { sendProblem } from './problem.filter.js';
import { signInFirst, tokensOf } from './session.guard.js';
import { noRoute } from './web.js';

const DESCRIPTION = /^\/api\/(docs|openapi\.json)/;
const NEAR = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
];

/**
 * Production: the description of the API is for who has signed in, the figures of the process for machines of private networks;
 * the proxy in front says where a request comes from.
 */
export function closeToStrangers(app: NestFastifyApplication): void {
  const signIn = app.get(SignIn, { strict: false });
  const isFar = outsideOf(NEAR);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path === '/metrics' && isFar(request.ip)) {
      sendProblem(noRoute(), request, reply);
      return reply;
    }
    if (!DESCRIPTION.test(path)) return undefined;
    const { bearer, cookie } = tokensOf(request);
    const token = bearer ?? cookie;
    if (token !== undefined && (await signIn.find(token))) return undefined;
    sendProblem(signInFirst(false), request, reply);
    return reply;
  });
}
