// `npm run sbom`: writes CycloneDX 1.5 of what package-lock.json installs to sbom/. Not by `npm sbom`: that refuses a
// tree with a peer range it does not like. The same lock gives the same bytes.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagesOfLock, product } from './packages-of-lock.mjs';

const root = join(import.meta.dirname, '..');
const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** `sha512-…` of the lock as CycloneDX writes it. */
function hashesOf(integrity) {
  const [algorithm, base64] = (integrity ?? '').split(' ')[0].split('-');
  const alg = { sha512: 'SHA-512', sha256: 'SHA-256', sha1: 'SHA-1' }[algorithm];
  return alg ? { hashes: [{ alg, content: Buffer.from(base64, 'base64').toString('hex') }] } : {};
}
const licencesOf = (licence) =>
  licence === null
    ? {}
    : { licenses: [/ (AND|OR) /.test(licence) ? { expression: licence } : { license: { id: licence } }] };

const packages = packagesOfLock();
const byPlace = new Map(packages.map((one) => [one.place, one]));

/** Node's way of finding a package: beside the one that asks, then in the folders above. */
function found(place, name) {
  const above = [...place.matchAll(/\/?node_modules\//g)].map(({ index }) => place.slice(0, index)).reverse();
  for (const at of [place, ...above]) {
    const one = byPlace.get(`${at === '' ? '' : `${at}/`}node_modules/${name}`);
    if (one) return one;
  }
  return undefined;
}
const needsOf = (place, needs) =>
  [...new Set(Object.keys(needs).flatMap((name) => found(place, name) ?? []))].map(purlOf).sort();

const components = new Map();
const dependencies = new Map();
for (const one of packages) {
  const purl = purlOf(one);
  const known = components.get(purl);
  components.set(purl, {
    ...{ type: 'library', 'bom-ref': purl, name: one.name, version: one.version, purl },
    scope: one.dev && known?.scope !== 'required' ? 'excluded' : 'required',
    ...licencesOf(one.licence),
    ...hashesOf(one.integrity),
  });
  dependencies.set(purl, [...new Set([...(dependencies.get(purl) ?? []), ...needsOf(one.place, one.needs)])].sort());
}
const own = `pkg:npm/${product.name}@${product.version}`;
const sorted = [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
const bom = {
  ...{ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 },
  metadata: {
    component: { type: 'application', 'bom-ref': own, name: product.name, version: product.version, purl: own },
  },
  components: sorted,
  dependencies: [
    { ref: own, dependsOn: needsOf('', { ...product.dependencies, ...product.devDependencies }) },
    ...sorted.map(({ purl }) => ({ ref: purl, dependsOn: dependencies.get(purl) })),
  ],
};
const text = `${JSON.stringify(bom, null, 2)}\n`;
mkdirSync(join(root, 'sbom'), { recursive: true });
writeFileSync(join(root, 'sbom/nghe-dan.cdx.json'), text);
const delivered = sorted.filter(({ scope }) => scope === 'required').length;
console.log(
  `sbom/nghe-dan.cdx.json: ${sorted.length} components, ${delivered} of them delivered, SHA-256 ${createHash('sha256').update(text).digest('hex')}`,
);
