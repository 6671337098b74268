// `npm run audit:deps`: asks the registry for known holes of what is installed; ends with 1 on a high or critical one. Where the registry
// offers no audit it says so in one line (with `--strict` it ends with 3): no answer is not «no holes».
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const answer = (() => {
  try {
    return JSON.parse(stdout);
  } catch {
    return {};
  }
})();
const { vulnerabilities, metadata } = answer;
if (!vulnerabilities || !metadata) {
  const why = answer.statusCode ? `it answered ${answer.statusCode}` : 'it gave no answer';
  console.log(
    `NOT CHECKED: the registry in use offers no audit (${why}). Known holes of packages are unknown; ask again where it is offered.`,
  );
  process.exitCode = process.argv.includes('--strict') ? 3 : 0;
} else {
  const found = Object.values(vulnerabilities);
  const grave = found.filter(({ severity }) => severity === 'high' || severity === 'critical');
  for (const { name, severity, range, fixAvailable } of grave)
    console.log(`${severity}: ${name} ${range}${fixAvailable ? ' (a fixed version is out)' : ''}`);
  const { total = found.length } = metadata.vulnerabilities ?? {};
  console.log(
    `${metadata.dependencies?.total ?? '?'} packages, ${total} known holes, ${grave.length} of them high or critical`,
  );
  process.exitCode = grave.length === 0 ? 0 : 1;
}
