import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const SOURCE = join(import.meta.dirname, 'src/offline/sw.ts');
const WORKER = 'sw.js';
/** Old formats of the font and maps are for nobody who has a service worker. */
const LEFT_OUT = /\.(map|woff)$/;

/** Builds the service worker as `/sw.js`, with the list of the files of this build inside. */
export function offlineShell(): Plugin {
  return {
    name: 'offline-shell',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: SOURCE, fileName: WORKER });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== 'chunk') this.error(`${WORKER} was not built`);
        if (worker.imports.length > 0)
          this.error(`${WORKER} must stand alone; it imports ${worker.imports.join(', ')}`);
        const built = Object.keys(bundle).filter((name) => name !== WORKER && !LEFT_OUT.test(name));
        const files = [...built.map((name) => `/${name}`), '/icon.svg'].sort();
        if (!files.includes('/index.html')) this.error('No index.html to keep');
        const page = bundle['index.html'];
        const version = createHash('sha256')
          .update(files.join('\n'))
          .update(page?.type === 'asset' ? page.source : '')
          .update(worker.code)
          .digest('hex')
          .slice(0, 16);
        worker.code = worker.code
          .replaceAll('__FILES__', JSON.stringify(files))
          .replaceAll('__VERSION__', JSON.stringify(version));
      },
    },
  };
}
