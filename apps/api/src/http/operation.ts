import type { FastifyRequest } from 'fastify';
import { GLOBAL_PREFIX } from '../controllers-prefix.js';
import type { OperationName } from './operation-rights.js';

const PREFIX = `/${GLOBAL_PREFIX}`;

/** The operation that a request has been routed to, as the OpenAPI document writes it. */
export function operationOf({ method, routeOptions }: FastifyRequest): OperationName {
  const url = routeOptions.url ?? '/';
  const path = url.startsWith(PREFIX) ? url.slice(PREFIX.length) : url;
  return `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}` as OperationName;
}
