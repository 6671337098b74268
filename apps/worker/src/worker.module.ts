import { Module, type DynamicModule } from '@nestjs/common';
import { WorkerProcess, type WorkerParts } from './worker-process.js';

@Module({})
export class WorkerModule {
  static of(parts: WorkerParts): DynamicModule {
    return {
      module: WorkerModule,
      providers: [{ provide: WorkerProcess, useFactory: () => new WorkerProcess(parts) }],
    };
  }
}
