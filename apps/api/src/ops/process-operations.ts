import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Readiness, readiness } from '#libs/persistence';
import type { Pool } from 'pg';
import type { HealthDto } from '../reference/reference.dto.js';
import { SharedReading } from '../http/shared-reading.js';
import { registry } from './metrics.js';
import { Operations } from './operations.js';

export class ProcessOperations extends Operations {
  private readonly document = readFileSync(join(import.meta.dirname, '../../openapi.json'), 'utf8');

  private readonly checks = new SharedReading<Readiness>(() => readiness(this.pool));

  constructor(private readonly pool: Pool) {
    super();
  }

  async readiness(): Promise<HealthDto> {
    const checks = await this.checks.ask();
    return { status: Object.values(checks).every((check) => check === 'ok') ? 'ok' : 'starting', checks };
  }

  async metrics(): Promise<{ contentType: string; text: string }> {
    return { contentType: registry.contentType, text: await registry.metrics() };
  }

  openApi(): string {
    return this.document;
  }
}
