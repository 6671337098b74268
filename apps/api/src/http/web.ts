import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#libs/shared';
import { sendProblem } from './problem.filter.js';

const NOT_BUILT = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Nghe Dân</title>
<p>Giao diện chưa được dựng. Hãy chạy <code>npm run build:web</code> rồi tải lại trang.</p></html>`;
const OUR_OWN = /^\/(api|livez|readyz|metrics)(\/|$|\?)/;
/** Files whose name holds their hash never change. */
const HASHED = /^\/assets\//;

interface Kept {
  readonly at: number;
  readonly tag: string;
  readonly bytes: Buffer;
}
/** The page that every address of the web gets, kept in memory: strangers ask for it without end. */
class Page {
  private kept: Kept | null = null;

  constructor(private readonly path: string) {}

  /** Looked at again only where the file has been written since. */
  now(): Kept {
    const { mtimeMs } = statSync(this.path);
    if (this.kept?.at === mtimeMs) return this.kept;
    const bytes = readFileSync(this.path);
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
    this.kept = { at: mtimeMs, tag, bytes };
    return this.kept;
  }
}

/** The built web: files by name, and the one page for every address that the web's own router knows. */
export async function serveWeb(app: NestFastifyApplication, root: string): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const built = existsSync(join(root, 'index.html'));
  if (built) await app.register(fastifyStatic as never, { root, serve: false, index: false, dotfiles: 'ignore' });
  const page = new Page(join(root, 'index.html'));
  fastify.get('/*', { exposeHeadRoute: true }, async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (OUR_OWN.test(path)) return sendProblem(noRoute(), request, reply);
    if (!built) return reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT);
    const file = decodeURIComponent(path).slice(1);
    if (/\.[a-z0-9]+$/i.test(file)) {
      if (!existsSync(join(root, file))) return sendProblem(noRoute(), request, reply);
      return reply
        .header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
        .sendFile(file);
    }
    const { tag, bytes } = page.now();
    void reply.header('cache-control', 'no-cache').header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.type('text/html; charset=utf-8').send(bytes);
  });
}

export const noRoute = (): AppError =>
  new AppError({
    code: 'HTTP.NOT_FOUND',
    status: 404,
    title: 'Không có địa chỉ này',
    detail: 'Địa chỉ gọi tới không có trong hệ thống.',
  });
