import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOpenApi } from './openapi.js';

/** `node dist/apps/api/src/emit-openapi.js`: writes the document beside the sources, where it is committed. */
const target = join(process.cwd(), 'apps/api/openapi.json');
writeFileSync(target, `${JSON.stringify(await buildOpenApi(), null, 2)}\n`);
process.stderr.write(`${target}\n`);
