import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'nghedan_session';

/**
 * Over HTTPS a browser takes a name with this prefix from this very host alone. An office without HTTPS must still sign in: there
 * the plain name is used, which over HTTPS counts for nothing.
 */
export const ownCookie = (request: FastifyRequest, name: string): string =>
  request.protocol === 'https' ? `__Host-${name}` : name;
export const sessionCookieOf = (request: FastifyRequest): string => ownCookie(request, SESSION_COOKIE);

/** Readable by no script, sent by no other site; the server's limits end it, so the browser keeps it until it closes. */
export function setSessionCookie(reply: FastifyReply, request: FastifyRequest, token: string): void {
  void reply.setCookie(sessionCookieOf(request), token, optionsOf(request));
}

/** What the browser keeps of this site goes with the session. */
export function clearSessionCookie(reply: FastifyReply, request: FastifyRequest): void {
  void reply.clearCookie(sessionCookieOf(request), optionsOf(request)).header('clear-site-data', '"storage"');
}

const optionsOf = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' }) as const;
