/**
 * Plain JavaScript for a process of its own: stops the tests' server when the last process that uses it is gone, however
 * that one ended. Takes the server's start lock meanwhile, so that a run that begins just then waits and starts it anew.
 */
export const REAPER = String.raw`
const fs = require('node:fs');
const { join } = require('node:path');
const [home, cluster] = process.argv.slice(1);
const users = join(home, 'users');
const lock = join(home, 'start.lock');
const json = (path) => { try { return JSON.parse(fs.readFileSync(path, 'utf8')); } catch { return null; } };
const statOf = (pid) => { try { const s = fs.readFileSync('/proc/' + pid + '/stat', 'utf8'); return s.slice(s.lastIndexOf(')') + 2).split(' '); } catch { return null; } };
const alive = (mark) => {
  if (!mark) return false;
  try { process.kill(mark.pid, 0); } catch (error) { if (error.code !== 'EPERM') return false; }
  const stat = statOf(mark.pid);
  return stat === null || (stat[0] !== 'Z' && (mark.started === null || stat[19] === mark.started));
};
const used = () => { try { return fs.readdirSync(users).some((name) => alive(json(join(users, name)))); } catch { return false; } };
const postmaster = () => { try { return Number(fs.readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]); } catch { return null; } };
const gone = (pid) => pid === null || !alive({ pid, started: null });
function look() {
  if (gone(postmaster()) && !used()) process.exit(0);
  if (used()) return;
  const own = lock + '.reaper' + process.pid;
  fs.writeFileSync(own, JSON.stringify({ pid: process.pid, started: statOf(process.pid)?.[19] ?? null }));
  try { fs.linkSync(own, lock); } catch { if (!alive(json(lock))) fs.rmSync(lock, { force: true }); return; } finally { fs.rmSync(own, { force: true }); }
  if (used()) return void fs.rmSync(lock, { force: true });
  const pid = postmaster();
  try { process.kill(pid, 'SIGINT'); } catch {}
  const wait = setInterval(() => {
    if (!gone(pid)) return;
    clearInterval(wait);
    fs.rmSync(lock, { force: true });
    process.exit(0);
  }, 50);
  clearInterval(timer);
}
const timer = setInterval(look, 300);
`;
