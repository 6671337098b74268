// What package-lock.json says is installed, each package with the licence it declares.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Older packages say `{ type }`, or list several. */
function written(licence) {
  if (Array.isArray(licence)) return licence.map(written).filter(Boolean).join(' OR ') || undefined;
  return typeof licence === 'object' && licence !== null ? licence.type : licence;
}

/** The lock's word, or the installed package's own where the lock has none. */
function licenceOf(place, entry) {
  const path = join(root, place, 'package.json');
  const own = existsSync(path) ? read(path) : {};
  return written(entry.license) ?? written(own.license) ?? written(own.licenses) ?? null;
}

export const product = read(join(root, 'package.json'));

/** @returns {{ place: string, name: string, version: string, licence: string | null, dev: boolean, integrity?: string, needs: object }[]} */
export function packagesOfLock() {
  const { packages } = read(join(root, 'package-lock.json'));
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, entry]) => ({
      place,
      name: entry.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version,
      licence: licenceOf(place, entry),
      dev: entry.dev === true,
      integrity: entry.integrity,
      needs: { ...entry.dependencies, ...entry.optionalDependencies, ...entry.peerDependencies },
    }));
}
