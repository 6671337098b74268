import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GLOBAL_PREFIX, OUTSIDE_PREFIX } from '../controllers-prefix.js';
import { observe } from '../ops/metrics.js';
import { logAnswer } from './log.js';
import { newRequestId, PROBLEM_TYPE, problemOf, REQUEST_ID } from './problem.js';
import { ProblemFilter, sendProblem } from './problem.filter.js';
import { OperationGuard } from './operation.guard.js';
import { PublicTurns } from './public-turns.js';
import { ScopeFirst } from './scope-first.interceptor.js';
import { SessionGuard } from './session.guard.js';
import { DtoPipe } from './validation.js';
import { closeToStrangers } from './closed-to-strangers.js';
import { serveWeb } from './web.js';

const PRIVATE_NETWORKS = 'loopback, linklocal, uniquelocal';
const JSON_LIMIT = 256 * 1024;
const REQUEST_MS = 5 * 60_000;

export interface AppParts {
  readonly parts: readonly Provider[];
  readonly controllers: readonly Type[];
}

@Module({})
class AppModule {
  static of({ parts, controllers }: AppParts): DynamicModule {
    return {
      module: AppModule,
      controllers: [...controllers],
      providers: [
        ...parts,
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: OperationGuard },
        { provide: APP_INTERCEPTOR, useClass: PublicTurns },
        { provide: APP_INTERCEPTOR, useClass: ScopeFirst },
        { provide: APP_PIPE, useClass: DtoPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}

export interface AppOptions {
  /** Behind a reverse proxy of the same network the client's address is the one it forwards. */
  readonly production: boolean;
  /** Which machines may say so; none named: those of the private networks. */
  readonly proxies?: readonly string[];
  /** Folder of the built web; absent pages answer what to do. */
  readonly webRoot: string;
}

/** The HTTP side, complete but not yet listening. `parts` binds every port the controllers ask for. */
export async function createApp(
  parts: AppParts,
  { production, proxies = [], webRoot }: AppOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: JSON_LIMIT,
    // Whoever sends drop by drop holds a connection no longer than the largest file takes on a slow line.
    requestTimeout: REQUEST_MS,
    logger: false,
    genReqId: newRequestId,
    trustProxy: production && (proxies.length > 0 ? [...proxies] : PRIVATE_NETWORKS),
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, request, reply),
    clientErrorHandler: (_error, socket) => {
      if (!socket.writable) return void socket.destroy();
      const body = JSON.stringify(problemOf({ statusCode: 400 }, newRequestId()));
      socket.end(
        `HTTP/1.1 400 Bad Request\r\ncontent-type: ${PROBLEM_TYPE}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
      );
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(parts), adapter, {
    logger: ['error', 'warn'],
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix(GLOBAL_PREFIX, { exclude: OUTSIDE_PREFIX });
  await addPlugins(app);
  if (production) closeToStrangers(app);
  serveDocumentation(app);
  await serveWeb(app, webRoot);
  await app.init();
  return app;
}

/** The committed document, to read and to try; its own files, no other host. */
function serveDocumentation(app: NestFastifyApplication): void {
  const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../openapi.json'), 'utf8')) as OpenAPIObject;
  SwaggerModule.setup('api/docs', app, document, { customSiteTitle: 'Nghe Dân: giao diện lập trình', raw: false });
}

async function addPlugins(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  readJson(app);
  await app.register(cookie as never);
  await app.register(multipart as never, { throwFileSizeLimit: true });
  await app.register(helmet as never, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // antd writes its styles into the page; scripts come from files only.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        // A paper shown in place: its bytes are fetched by the page itself.
        frameSrc: ["'self'", 'blob:'],
        // The one that keeps the page's own files for when the network is away.
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    hsts: { maxAge: 31_536_000 },
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header(REQUEST_ID, request.id);
    done();
  });
  // A connection that has its answer would stay open and keep the process from ending.
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (closing) void reply.header('connection', 'close');
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    observe(request, reply);
    logAnswer(request, reply);
    done();
  });
}

/** JSON in UTF-8 and nothing else; an empty body is no body. Keys that would reach a prototype are refused. */
function readJson(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  fastify.removeAllContentTypeParsers();
  // The next piece of a file that comes in pieces: whoever handles it reads the stream.
  fastify.addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null));
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined);
    try {
      const text = utf8.decode(body as Buffer);
      const parsed = (error: Error | null, value?: unknown): void =>
        !error && text.includes('constructor') && namesAConstructor(value) ? done(poisoned()) : done(error, value);
      void parse(request, text, parsed);
    } catch {
      done(Object.assign(new Error('Not UTF-8'), { statusCode: 400 }));
    }
  });
}

/** A key of that name, at whatever depth, would be called when the body is made into its class. */
const namesAConstructor = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, 'constructor') || Object.values(value).some(namesAConstructor));
/** As the framework's own parser refuses keys that reach a prototype. */
const REACHES_PROTOTYPE = 'FST_PROTO_VIOLATION';
const poisoned = (): Error =>
  Object.assign(new Error('A body names a constructor'), { statusCode: 400, code: REACHES_PROTOTYPE });
