import type { HealthDto } from '../reference/reference.dto.js';

export abstract class Operations {
  abstract readiness(): Promise<HealthDto>;
  abstract metrics(): Promise<{ contentType: string; text: string }>;
  /** The document as text, ready to send. */
  abstract openApi(): string;
}
