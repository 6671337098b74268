import type { FastifyReply, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Route patterns, methods and statuses only: no id, no name, no address. */
export const registry = new Registry();

const duration = new Histogram({
  name: 'nghedan_http_request_seconds',
  help: 'Time from request to answer',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
});

export function startMetrics(): void {
  collectDefaultMetrics({ register: registry });
}

export function observe(request: FastifyRequest, reply: FastifyReply): void {
  duration
    .labels(request.method, request.routeOptions.url ?? 'none', String(reply.statusCode))
    .observe(reply.elapsedTime / 1000);
}
