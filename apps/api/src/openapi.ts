import 'reflect-metadata';
import { type INestApplication, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { CaseEventInputDto } from './case-files/case-file.dto.js';
import { GLOBAL_PREFIX, OUTSIDE_PREFIX } from './controllers-prefix.js';
import { CONTROLLERS } from './controllers.js';
import { ProblemDto } from './http/problem.dto.js';
import { SESSION_COOKIE } from './http/session-cookie.js';

/** Controllers are never called here, so that whatever they are given may be empty. */
const given = CONTROLLERS.flatMap(
  (controller) => (Reflect.getMetadata('design:paramtypes', controller) as Type[] | undefined) ?? [],
);

@Module({ controllers: CONTROLLERS, providers: [...new Set(given)].map((provide) => ({ provide, useValue: {} })) })
class DocumentModule {}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonMap = { [key: string]: Json };
const METHODS = new Set(['get', 'head', 'post', 'put', 'patch', 'delete']);
const OPEN_PATHS = [/\/auth\/login$/, /\/auth\/oidc\//, /\/app-info$/, /\/public\//, /^\/(livez|readyz|metrics)$/];

/** Reads the controllers without starting anything: no database, no port. */
export async function buildOpenApi(): Promise<OpenAPIObject> {
  const app = await NestFactory.create(DocumentModule, new FastifyAdapter(), { logger: false, abortOnError: false });
  app.setGlobalPrefix(GLOBAL_PREFIX, { exclude: OUTSIDE_PREFIX });
  return finish(describe(app));
}

function describe(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Nghe Dân')
    .setDescription(
      'Tiếp nhận, theo dõi và giải quyết khiếu nại, tố cáo, kiến nghị, phản ánh. Ngày viết NNNN-TT-NN; mọi lỗi là application/problem+json.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'cookie')
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
    extraModels: [ProblemDto, CaseEventInputDto],
  });
}

/** 3.1 has no `nullable`; every operation may answer a problem; what is not public asks for a session. */
function finish(document: OpenAPIObject): OpenAPIObject {
  const plain = nullables(JSON.parse(JSON.stringify(document)) as Json) as JsonMap;
  const problem = {
    description: 'Lỗi, bằng tiếng Việt',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
  };
  for (const [path, item] of Object.entries(plain['paths'] as Record<string, JsonMap>)) {
    for (const [method, operation] of Object.entries(item as Record<string, JsonMap>)) {
      if (!METHODS.has(method)) continue;
      (operation['responses'] as JsonMap)['default'] = problem;
      if (!OPEN_PATHS.some((open) => open.test(path))) operation['security'] = [{ bearer: [] }, { cookie: [] }];
    }
  }
  return plain as unknown as OpenAPIObject;
}

function nullables(node: Json): Json {
  if (Array.isArray(node)) return node.map(nullables);
  if (node === null || typeof node !== 'object') return node;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, nullables(value)]),
  ) as JsonMap;
  if (nullable !== true) return rest;
  if (typeof rest['type'] === 'string')
    return {
      ...rest,
      type: [rest['type'], 'null'],
      ...(Array.isArray(rest['enum']) ? { enum: [...rest['enum'], null] } : {}),
    };
  const { description, allOf, ...reference } = rest;
  const choice = Array.isArray(allOf) ? allOf : [reference];
  return { ...(description === undefined ? {} : { description }), oneOf: [...choice, { type: 'null' }] };
}
