import { MemoryIo } from '../../io.js';
import { runCli } from '../../run-cli.js';

async function run(...args: string[]) {
  const io = new MemoryIo();
  return { status: await runCli(args, io), out: io.out.join('\n'), err: io.err.join('\n') };
}

describe('procedure', () => {
  it('lists every version with its hash', async () => {
    const { status, out } = await run('procedure', 'list', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'complaint', version: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }),
      ]),
    );
  });

  it('certifies all of them', async () => {
    const { status, out } = await run('procedure', 'check');
    expect(status).toBe(0);
    for (const name of ['petition-handling@1: đạt', 'complaint@1: đạt', 'deadline@1: đạt']) expect(out).toContain(name);
  });

  it('prints one in the format asked for', async () => {
    expect((await run('procedure', 'print', 'complaint@1', '--format', 'mermaid')).out).toMatch(/^stateDiagram-v2/);
    expect((await run('procedure', 'print', 'petition-handling')).out).toContain('LTCD Đ.26');
    expect(JSON.parse((await run('procedure', 'print', 'deadline', '--format', 'paths', '--json')).out)).toMatchObject({
      name: 'deadline',
      format: 'paths',
    });
  });

  it('names the ways from one version to the next', async () => {
    const { status, err } = await run('procedure', 'migrate', 'petition-handling', '--from', '2', '--to', '1');
    expect(status).toBe(2);
    expect(err).toContain('petition-handling 1 → 2');
    expect((await run('procedure', 'migrate', 'petition-handling')).status).toBe(2);
  });

  it('answers 2 with the names there are', async () => {
    const { status, err } = await run('procedure', 'print', 'complaint@9');
    expect(status).toBe(2);
    expect(err).toContain('complaint@1');
    expect((await run('procedure', 'print')).status).toBe(2);
  });
});
