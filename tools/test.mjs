// `npm test`: gets what the suites need, runs them all, ends with one line `N passed, N failed, N skipped`.
// `npm test -- libs/calendar` runs the suites whose path matches.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { build } from './build.mjs';
import { buildWeb } from './build-web.mjs';

const root = join(import.meta.dirname, '..');
const artifacts = join(root, 'test/.artifacts');
const say = (text) => process.stderr.write(`${text}\n`);

/** Programs some suites need; `variable` tells test/support where they are, empty where there is none. */
const programs = [
  { title: 'Redis', debian: 'redis-server', names: ['redis-server'], variable: 'TEST_REDIS_SERVER' },
  { title: 'Chromium', debian: 'chromium', names: ['chromium', 'chromium-browser'], variable: 'TEST_CHROMIUM' },
];

const onPath = (names) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status, stdout, stderr } = spawnSync('apt-get', args, {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (status !== 0)
      return say(`apt-get ${args[0]}: ${`${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-3).join('\n')}`);
  }
}

function getPrograms() {
  const wanted = programs.filter(({ variable }) => process.env[variable] === undefined);
  const missing = () => wanted.filter(({ names }) => !onPath(names));
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (missing().length > 0 && isRootOnDebian) {
    say(
      `Cài ${missing()
        .map(({ title }) => title)
        .join(', ')} từ gói Debian …`,
    );
    aptInstall(missing().map(({ debian }) => debian));
  }
  for (const { title, names, variable } of wanted) {
    process.env[variable] = onPath(names) ?? '';
    if (process.env[variable] === '')
      say(
        `Máy này không có ${title}: các bài kiểm thử cần ${title} được bỏ qua và đếm là skipped. (No ${title}: its tests are skipped.)`,
      );
  }
}

/** Runs one jest project; what it wrote of itself, or null when it ended before it could. */
function runJest(project, name, args) {
  const results = join(artifacts, `${name}.json`);
  rmSync(results, { force: true });
  const jest = ['--selectProjects', project, '--json', `--outputFile=${results}`, '--passWithNoTests'];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...jest, ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('close', (code) =>
      resolve(existsSync(results) ? { code, ...JSON.parse(readFileSync(results, 'utf8')) } : null),
    );
  });
}

/** The counts of a run; a suite that did not even load counts as one failure. */
function countsOf(run) {
  if (run === null) return { passed: 0, failed: 1, skipped: 0 };
  const failed = run.numFailedTests + run.numRuntimeErrorTestSuites;
  return {
    passed: run.numPassedTests,
    failed: failed === 0 && run.code !== 0 ? 1 : failed,
    skipped: run.numPendingTests + run.numTodoTests,
  };
}

/** More red suites than this are no accident of a slow machine. */
const SECOND_TRIES = 3;
const inBrowser = (path) => path.startsWith(join(root, 'test/browser/'));
const failedIn = ({ testResults }) => testResults.filter(({ status }) => status === 'failed');

/**
 * A few red browser suites are run once more, whole and alone: a page on a machine that two suites share may be too slow for its test.
 * What was red first is told either way; what is red twice has failed.
 */
async function runProject(project, patterns) {
  const run = await runJest(project, project, ['--maxWorkers=2', '--', ...patterns]);
  const first = countsOf(run);
  const red = run === null ? [] : failedIn(run);
  if (red.length === 0 || red.length > SECOND_TRIES || !red.every(({ name }) => inBrowser(name))) return first;
  const paths = red.map(({ name }) => relative(root, name));
  say(`Chạy lại một lần, riêng từng bộ: ${paths.join(', ')} (a second try, alone)`);
  const second = countsOf(await runJest(project, `${project}-again`, ['--runInBand', '--runTestsByPath', ...paths]));
  const before = red.flatMap(({ assertionResults }) => assertionResults);
  for (const { fullName } of before.filter(({ status }) => status === 'failed'))
    say(`Đỏ ở lần đầu (red at first): ${fullName}`);
  const were = (status) => before.filter((one) => one.status === status).length;
  return {
    passed: first.passed - were('passed') + second.passed,
    failed: second.failed,
    skipped: first.skipped - were('pending') - were('todo') + second.skipped,
  };
}

const total = { passed: 0, failed: 0, skipped: 0 };
/** A step that throws is a failure of the run, yet what can still run does. */
async function attempt(step) {
  try {
    await step();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    total.failed += 1;
  }
}

mkdirSync(artifacts, { recursive: true });
await attempt(async () => say(`dist/: ${await build()} files compiled`));
await attempt(() => buildWeb() && say('dist/web: built'));
await attempt(getPrograms);
for (const project of ['unit', 'medium'])
  await attempt(async () => {
    const counts = await runProject(project, process.argv.slice(2));
    for (const key of Object.keys(total)) total[key] += counts[key];
  });
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
