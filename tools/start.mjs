// `npm start`: builds what is stale, starts or takes over PostgreSQL, migrates, seeds, runs api and worker and keeps them
// running. Ctrl-C stops the two, then PostgreSQL; the data stays. Started again after a kill -9 it takes over what is left.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from './build.mjs';
import { endProcess, Service } from './start-service.mjs';

const root = join(import.meta.dirname, '..');
const READY_MS = 120_000;
const WATCH_MS = 3_000;

const began = performance.now();
const seconds = () => ((performance.now() - began) / 1000).toFixed(1).padStart(5);
const say = (line) => process.stdout.write(`[${seconds()} s] ${line}\n`);

/** Stops the start with one line. */
class Refusal extends Error {}

/** `onLine` hears what the command says to the person; a failure is told in its last line. */
function run(args, { env = process.env, onLine = () => undefined } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let last = '';
    createInterface({ input: child.stderr }).on('line', (line) => {
      last = line.trim() || last;
      onLine(line);
    });
    child.once('error', failed);
    child.once('close', (code) => (code === 0 ? done() : failed(new Refusal(last || `${args[0]}: ${code}`))));
  });
}

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

async function buildWeb() {
  const source = join(root, 'apps/web');
  if (!existsSync(join(source, 'index.html'))) return;
  const built = join(root, 'dist/web/index.html');
  if (existsSync(built) && statSync(built).mtimeMs >= newest(source)) return;
  say('Đang dựng giao diện');
  await run([join(root, 'node_modules/vite/bin/vite.js'), 'build', 'apps/web']);
}

function portIsFree(port, host) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, host, () => server.close(() => done(true)));
  });
}

/** What a launcher that was killed has left running. */
async function endOrphans(persistence, dataDir) {
  for (const name of ['api', 'worker']) {
    const path = join(dataDir, 'run', `${name}.json`);
    const mark = persistence.readMark(path);
    if (mark && persistence.isAlive(mark)) say(`Thay tiến trình ${name} còn lại từ lần chạy trước`);
    await endProcess(persistence, mark);
    rmSync(path, { force: true });
  }
}

async function prepare(persistence, config, database) {
  if (database.urls.admin !== undefined) {
    const { installQueue } = await import('../dist/libs/queue/src/index.js');
    const files = await persistence.migrate({ adminUrl: database.urls.admin, installQueue });
    if (files.length > 0) say(`Đã cập nhật cấu trúc dữ liệu: ${files.join(', ')}`);
    if (await persistence.seedReference(database.connections.admin, config.mode))
      say('Đã nạp danh mục đơn vị hành chính và dữ liệu gốc');
  }
  const missing = await persistence.whyNotReady(database.connections.app);
  if (missing)
    throw new Refusal(
      'Cơ sở dữ liệu chưa cập nhật đủ: đặt DATABASE_ADMIN_URL để chương trình tự cập nhật, hoặc chạy "npm run -s cli -- migrate".',
    );
}

async function seedDemo(config, database) {
  if (config.mode !== 'demo' || database.urls.admin === undefined) return;
  const { rows } = await database.connections.admin.query('SELECT EXISTS (SELECT 1 FROM app.petition) AS filled');
  if (rows[0].filled) return;
  say('Đang tạo 2.000 đơn trình diễn');
  const cli = join(root, 'dist/apps/cli/src/main.js');
  const env = { ...process.env, NGHE_DAN_DATA: config.dataDir };
  // Written in one transaction: without it the demo is empty, not broken.
  await run([cli, 'demo', 'seed', '--cases', '2000'], { env, onLine: say }).catch((error) =>
    say(`Chưa tạo được đơn trình diễn: ${error.message}`),
  );
}

async function untilReady(url, services) {
  for (const until = Date.now() + READY_MS; Date.now() < until; await sleep(100)) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Refusal(
    `Chương trình không sẵn sàng sau ${READY_MS / 1000} s: ${services.map((service) => `${service.name}: ${service.lastLine()}`).join(' | ')}`,
  );
}

function announce(persistence, config, url) {
  say(`Sẵn sàng: ${url}`);
  if (config.mode === 'demo') {
    process.stdout.write(`\nTài khoản trình diễn (mật khẩu: ${persistence.DEMO_PASSWORD})\n`);
    for (const { username, title, fullName } of persistence.DEMO_ACCOUNTS.filter(({ listed }) => listed))
      process.stdout.write(`  ${username.padEnd(14)}${title} – ${fullName}\n`);
  }
  process.stdout.write('\nNhấn Ctrl-C để dừng; dữ liệu được giữ lại.\n');
}

/** The postmaster may be killed from outside: it comes back on the same port, so the services reconnect by themselves. */
function watchDatabase(persistence, config, database) {
  let busy = false;
  return setInterval(async () => {
    if (busy || !database.embedded) return;
    busy = true;
    try {
      if (!(await persistence.answers(database.urls.admin))) {
        say('PostgreSQL đã dừng, đang khởi động lại');
        const again = await persistence.openDatabase(config, { onProgress: say });
        await again.close();
      }
    } catch (error) {
      say(error.message);
    } finally {
      busy = false;
    }
  }, WATCH_MS);
}

async function main() {
  say('Đang dựng chương trình');
  await build();
  const persistence = await import('../dist/libs/persistence/src/index.js');
  const config = persistence.readConfig(process.env, root);
  await buildWeb();

  const own = join(config.dataDir, 'run/launcher.json');
  const other = persistence.readMark(own);
  if (other && persistence.isAlive(other))
    throw new Refusal(`Chương trình đang chạy từ thư mục ${config.dataDir} (tiến trình ${other.pid}).`);
  persistence.writeMark(own);

  const stops = [() => rmSync(own, { force: true })];
  let stopping;
  const stop = (code) => {
    stopping ??= (async () => {
      say('Đang dừng');
      for (const undo of stops.toReversed()) await undo();
      say('Đã dừng; dữ liệu được giữ lại');
      process.exit(code);
    })();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));

  try {
    await endOrphans(persistence, config.dataDir);
    if (!(await portIsFree(config.port, config.host)))
      throw new Refusal(`Cổng ${config.port} đang bận: đặt PORT là một cổng khác.`);
    if (config.databaseUrl === undefined) say('Đang mở PostgreSQL');
    const database = await persistence.openDatabase(config, { max: 3, onProgress: say });
    stops.push(() => database.close());
    await prepare(persistence, config, database);
    await seedDemo(config, database);

    const environment = { ...process.env, NGHE_DAN_DATA: config.dataDir, PORT: String(config.port) };
    delete environment.DATABASE_ADMIN_URL;
    const services = ['api', 'worker'].map((name) => {
      const url = database.urls[name === 'api' ? 'app' : 'worker'];
      return new Service({
        name,
        dataDir: config.dataDir,
        persistence,
        say,
        env: { ...environment, DATABASE_URL: url },
      });
    });
    stops.push(() => Promise.all(services.map((service) => service.stop())));
    for (const service of services) service.start();
    const watch = watchDatabase(persistence, config, database);
    stops.push(() => clearInterval(watch));
    const url = `http://127.0.0.1:${config.port}`;
    await untilReady(url, services);
    announce(persistence, config, url);
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal || error.name === 'StartError' ? error.message : error.stack}\n`);
    await stop(1);
  }
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Refusal || error.name === 'StartError' ? error.message : error.stack}\n`);
  process.exit(1);
});
