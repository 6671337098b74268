// `npm run check` runs it: every installed package has a licence that we may use, and the reason why stands here.
import { pathToFileURL } from 'node:url';
import { packagesOfLock } from './packages-of-lock.mjs';

const FREE = 'asks for its notice only; notices stay in node_modules, which is what is delivered';
/** Licences that may be used anywhere. */
const ALLOWED = {
  MIT: FREE,
  'MIT-0': 'asks for nothing',
  ISC: FREE,
  '0BSD': 'asks for nothing',
  'BSD-2-Clause': FREE,
  'BSD-3-Clause': FREE,
  'Apache-2.0': `${FREE}; grants patents`,
  'BlueOak-1.0.0': FREE,
  'Python-2.0': FREE,
  Zlib: FREE,
  'CC0-1.0': 'asks for nothing',
  'OFL-1.1': 'fonts, delivered unchanged under their own names',
};
/** Licences that may be used only while the product is built or tested: nothing of them is delivered. */
const TOOLS_ONLY = {
  'MPL-2.0': 'files under it would have to be offered in source if changed; we change none',
  'CC-BY-4.0': 'data of the compatibility tables of build tools; attribution stays in the package',
};
/** Packages that declare nothing, by name and version: what their files say. */
const UNDECLARED = {
  'combine-errors@3.0.3': ['MIT', 'its Readme.md ends with «License: MIT»'],
  'png-js@1.1.0': ['MIT', 'its LICENSE file is the MIT licence'],
};

/** Whether an SPDX expression holds with these licences: OR needs one side, AND both. */
function holds(expression, allowed) {
  const text = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(text)) return text.split(' OR ').some((part) => holds(part, allowed));
  if (/ AND /.test(text)) return text.split(' AND ').every((part) => holds(part, allowed));
  return Object.hasOwn(allowed, text);
}

/** One sentence a package that may not be used. */
export function forbidden(packages) {
  return packages.flatMap(({ name, version, licence, dev }) => {
    const declared = licence ?? UNDECLARED[`${name}@${version}`]?.[0];
    const who = `${name}@${version}`;
    if (declared === undefined)
      return [`${who} declares no licence: read its files, then name it in UNDECLARED with what they say.`];
    const allowed = dev ? { ...ALLOWED, ...TOOLS_ONLY } : ALLOWED;
    if (holds(declared, allowed)) return [];
    const toolsOnly = holds(declared, { ...ALLOWED, ...TOOLS_ONLY });
    return [
      `${who} is under ${declared}: ${toolsOnly ? 'allowed for tools only, yet it is delivered' : 'not among the licences we may use'}.`,
    ];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const packages = packagesOfLock();
  const faults = forbidden(packages);
  for (const fault of faults) console.log(fault);
  if (faults.length === 0) console.log(`${packages.length} packages, every licence allowed`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
