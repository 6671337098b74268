import { generateKeyPairSync } from 'node:crypto';
import { firstKey, HASHED_FIELDS, signHead } from '#libs/audit';
import { call } from './support/call.js';
import { Office } from './support/cases.js';
import { Forgery, type Line, Outsider } from './support/ledger-file.js';
import { CHANGES, OTHER, PostedLedger } from './support/posted-ledger.js';
import { type RunningSystem, startSystem } from './support/system.js';

describe('a ledger in other hands', () => {
  let system: RunningSystem;
  let outsider: Outsider;
  let ledger: PostedLedger;
  let whole: string;
  let victim: string;
  let posted: PostedLedger['posted'];
  const cli = (...args: string[]) => ledger.cli(...args);
  const exported = () => ledger.exported();

  beforeAll(async () => {
    system = await startSystem();
    ledger = await PostedLedger.of(system);
    ({ whole, victim, posted } = ledger);
    outsider = new Outsider();
    outsider.put('posted.json', JSON.stringify(posted.head));
    outsider.put('posted.pem', posted.pem);
  }, 120_000);
  afterAll(async () => {
    outsider?.leave();
    await system?.stop();
  });

  /** What the verifier says of a forged file to somebody who trusts the posted key. */
  const says = async (forge: (file: Forgery) => void, ...args: string[]) => {
    const file = new Forgery(whole);
    forge(file);
    outsider.put('forged.jsonl', file.text);
    return outsider.verify('forged.jsonl', '--key', posted.keyId, ...args);
  };
  const step = (seq: number, file = new Forgery(whole)) => file.chain(victim).find((event) => event.seq === seq)!;
  const first = (seq: number) => `Sự kiện sai đầu tiên theo chuỗi: hồ sơ ${victim}, bước ${seq}`;
  const byLeaf = (seq: number) => `Sự kiện sai đầu tiên theo cây: lá ${step(seq).leafNo}`;
  const isNamed = async (answer: Promise<{ code: number; output: string }>, ...sentences: string[]) => {
    const { code, output } = await answer;
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(sentences[0]!) as string });
    for (const sentence of sentences) expect(output).toContain(sentence);
  };

  it('proves itself on a machine without the product, to somebody who kept the first key and an old head', async () => {
    const machine = new Outsider();
    await cli('audit', 'export', `${machine.folder}/nhat-ky.jsonl`);
    expect(machine.files).toEqual(['nhat-ky.jsonl', 'verify.mjs']);
    for (const [name, content] of [
      ['head.json', JSON.stringify(posted.head)],
      ['key.pem', posted.pem],
      ['old.jsonl', whole],
    ] as const)
      machine.put(name, content);
    for (const args of [
      [],
      ['--key', 'key.pem'],
      ['--key', posted.keyId, '--against', 'head.json'],
      ['--against', 'old.jsonl'],
    ])
      expect(await machine.verify('nhat-ky.jsonl', ...args)).toEqual({
        code: 0,
        output: expect.stringMatching(/^Nguyên vẹn: \d+ hồ sơ, \d+ sự kiện, \d gốc cây đã ký/) as string,
      });
    machine.leave();
  });

  it('proves one event, and that the tree grew, over HTTP and on the command line alike', async () => {
    const token = await new Office(system).token('thanhtra');
    const event = step(2);
    const get = async (path: string) => {
      const { status, body, text } = await call(system.url, 'GET', path, { token });
      expect({ path, status, text: status === 200 ? '' : text }).toEqual({ path, status: 200, text: '' });
      return JSON.stringify(body['file']);
    };
    const size = Number(posted.head['treeSize']);
    const files = {
      'proof-http.json': await get(`/audit/events/${event.id}/proof`),
      'proof-cli.json': (await cli('audit', 'proof', event.id)).stdout,
      'growth-http.json': await get(`/audit/consistency?from=${size}`),
      'growth-cli.json': (await cli('audit', 'proof', '--from', String(size))).stdout,
      // No head was ever signed over one event alone.
      'growth-one.json': await get('/audit/consistency?from=1'),
    };
    for (const [name, content] of Object.entries(files)) {
      outsider.put(name, content);
      const { code, output } = await outsider.verify(name, '--key', 'posted.pem');
      expect({ name, code, output }).toMatchObject({ name, code: name === 'growth-one.json' ? 1 : 0 });
    }
    expect(await outsider.verify('growth-http.json', '--key', posted.keyId, '--against', 'posted.json')).toMatchObject({
      code: 0,
    });
    const wrong: Record<string, (file: Record<string, unknown>) => void> = {
      'proof-http.json': (file) => ((file['event'] as { type: string }).type = 'ACCEPT'),
      'proof-cli.json': (file) => ((file['path'] as string[])[0] = 'ab'.repeat(32)),
      'growth-http.json': (file) => (file['path'] as string[]).pop(),
      'growth-cli.json': (file) => ((file['from'] as { rootHash: string }).rootHash = 'ab'.repeat(32)),
    };
    for (const [name, spoil] of Object.entries(wrong)) {
      const file = JSON.parse(files[name as keyof typeof files]) as Record<string, unknown>;
      spoil(file);
      outsider.put(name, JSON.stringify(file));
      expect([name, (await outsider.verify(name, '--key', 'posted.pem')).code]).toEqual([name, 1]);
    }
  });

  it('gives an inspector over HTTP what they may see, with the tree of all', async () => {
    const office = new Office(system);
    for (const [who, seesAll] of [
      ['thanhtra', true],
      ['lanhdao.hoaloc', false],
    ] as const) {
      const { status, text } = await call(system.url, 'GET', '/audit/export', { token: await office.token(who) });
      expect(status).toBe(200);
      expect(text.includes(victim)).toBe(seesAll);
      outsider.put(`${who}.jsonl`, text);
      expect(await outsider.verify(`${who}.jsonl`, '--key', 'posted.pem', '--against', 'posted.json')).toMatchObject({
        code: 0,
      });
    }
    expect((await call(system.url, 'GET', '/audit/export', { token: await office.token('motcua') })).status).toBe(403);
    const verifier = await call(system.url, 'GET', '/audit/verifier', { token: await office.token('thanhtra') });
    expect(verifier.text).toMatch(/^#!\/usr\/bin\/env node/);
  });

  it('names a change of any hashed column in the database, with the event', async () => {
    const { admin } = system.database;
    const before = step(3);
    const honest = await exported();
    for (const [field, change] of Object.entries(CHANGES)) {
      const where = `WHERE case_id = '${victim}' AND seq = 3`;
      const { rows } = await admin.query<{ row: string }>(
        `SELECT to_jsonb(e)::text AS row FROM app.case_event e ${where}`,
      );
      await admin.query(`UPDATE app.case_event SET ${change} ${where}`);
      outsider.put('changed.jsonl', await exported());
      const { code, output } = await outsider.verify('changed.jsonl', '--key', posted.keyId);
      expect({ field, code, output }).toEqual({
        ...{ field, code: 1 },
        output: expect.stringContaining(field === 'caseId' ? `hồ sơ ${OTHER}, bước 3` : first(3)) as string,
      });
      if (field !== 'id')
        expect({ field, output }).toEqual({ field, output: expect.stringContaining(before.id) as string });
      await admin.query(`DELETE FROM app.case_event WHERE id IN ('${before.id}', '${OTHER}')`);
      await admin.query(
        `INSERT INTO app.case_event SELECT * FROM jsonb_populate_record(NULL::app.case_event, $1::jsonb)`,
        [rows[0]?.row],
      );
    }
    expect((await exported()) === honest).toBe(true);
    expect(Object.keys(CHANGES).sort()).toEqual([...HASHED_FIELDS, 'hash', 'prevHash'].sort());
  });

  it('names the next event where a change came with its own hash, and the leaf it was sealed at', async () => {
    await isNamed(
      says((file) => {
        const later = file.chain(victim).filter(({ seq }) => seq > 3);
        const honest = structuredClone([...later, file.caseOf(victim)]);
        step(3, file).type = 'FORGED';
        file.rechain(victim, 3);
        for (const [i, line] of [...later, file.caseOf(victim)].entries()) Object.assign(line, honest[i]);
      }),
      `bước 4 (${step(4).id}): không nối với bước trước`,
      'không phải sự kiện đã niêm phong',
      first(3),
      byLeaf(3),
    );
  });

  it('names the first event of a chain that was rewritten to its end', async () => {
    const rewrite = (file: Forgery): void => {
      step(3, file).actorId = 99 as never;
      file.rechain(victim, 3);
    };
    await isNamed(says(rewrite), first(3), byLeaf(3));
    // With the leaves made to fit as well, only signed roots are left: they bound the place, an older export names it.
    const thorough = (file: Forgery): void => {
      rewrite(file);
      file.releaf();
    };
    await isNamed(says(thorough), `không khớp với nhật ký: sai lệch nằm giữa lá`, 'Sự kiện sai đầu tiên theo cây');
    outsider.put('whole.jsonl', whole);
    await isNamed(says(thorough, '--against', 'whole.jsonl'), `khác bản xuất cũ từ lá ${step(3).leafNo}`);
  });

  it('names a removed event: in the middle, at the end, and where the case was made to fit', async () => {
    await isNamed(
      says((file) => file.remove(({ event }) => event?.caseId === victim && event.seq === 2)),
      'thiếu bước 2',
      first(2),
      byLeaf(2),
    );
    const last = new Forgery(whole).chain(victim).at(-1)!.seq;
    const cut = (file: Forgery) => file.remove(({ event }) => event?.caseId === victim && event.seq === last);
    await isNamed(says(cut), `nhật ký dừng ở bước ${last - 1}`, first(last), byLeaf(last));
    const fitted = (file: Forgery): void => {
      cut(file);
      file.rechain(victim);
      file.recount();
    };
    await isNamed(says(fitted), 'không còn trong nhật ký', byLeaf(last));
    const gone = (file: Forgery): void => {
      file.remove((line) => line.event?.caseId === victim || line.case?.caseId === victim);
      file.recount();
    };
    await isNamed(says(gone), byLeaf(1));
  });

  it('names an inserted event: among others, at the end with an old date, and as a second one at a leaf', async () => {
    const copyOf = (file: Forgery, over: object): Line => ({
      event: { ...step(2, file), id: OTHER as never, ...over },
    });
    const insert = (file: Forgery, line: Line, after: (line: Line) => boolean): void =>
      void file.lines.splice(file.lines.findIndex(after) + 1, 0, line);
    const afterStep = (seq: number) => (line: Line) => line.event?.caseId === victim && line.event.seq === seq;
    await isNamed(
      says((file) => insert(file, copyOf(file, {}), afterStep(2))),
      OTHER,
      'đã thuộc về sự kiện khác',
      first(2),
    );
    const shifted = (file: Forgery): void => {
      insert(file, copyOf(file, { leafNo: null }), afterStep(2));
      for (const event of file.chain(victim)) event.seq = file.chain(victim).indexOf(event) + 1;
      file.rechain(victim);
      file.recount();
    };
    await isNamed(says(shifted), 'không phải sự kiện đã niêm phong', byLeaf(3));
    const last = new Forgery(whole).chain(victim).at(-1)!.seq;
    const backdated = (file: Forgery): void => {
      insert(
        file,
        copyOf(file, { leafNo: null, seq: last + 1, systemAt: '2026-01-05T01:00:00.000Z' }),
        afterStep(last),
      );
      file.rechain(victim);
      file.recount();
    };
    await isNamed(says(backdated), 'chèn lùi ngày', first(last + 1));
  });

  it('names events that changed places, in the chain and in the tree', async () => {
    const swapSeq = (file: Forgery): void => {
      const [two, three] = [step(2, file), step(3, file)];
      [two.seq, three.seq] = [3, 2];
      file.lines.sort((a, b) =>
        a.event?.caseId === victim && b.event?.caseId === victim ? a.event.seq - b.event.seq : 0,
      );
    };
    await isNamed(says(swapSeq), first(2));
    const swapLines = (file: Forgery): void => {
      const [two, three] = [2, 3].map((seq) =>
        file.lines.findIndex(({ event }) => event?.caseId === victim && event.seq === seq),
      ) as [number, number];
      [file.lines[two], file.lines[three]] = [file.lines[three]!, file.lines[two]!];
    };
    await isNamed(says(swapLines), 'thiếu bước 2', first(2));
    const swapLeaves = (file: Forgery): void => {
      const [two, three] = [step(2, file), step(3, file)];
      [two.leafNo, three.leafNo] = [three.leafNo, two.leafNo];
    };
    await isNamed(says(swapLeaves), 'không phải sự kiện đã niêm phong', first(2), byLeaf(2));
    const swapBoth = (file: Forgery): void => {
      swapLeaves(file);
      file.releaf();
    };
    await isNamed(says(swapBoth), 'sai lệch nằm giữa lá');
  });

  it('names leaf numbers swapped in the database', async () => {
    const { admin } = system.database;
    const honest = await exported();
    const [a, b] = [step(2).leafNo!, step(3).leafNo!];
    const { rows } = await admin.query<{ id: string; hash: Buffer }>(
      'SELECT event_id AS id, event_hash AS hash FROM app.ledger_leaf WHERE leaf_no IN ($1, $2) ORDER BY leaf_no',
      [a, b],
    );
    const lay = async (leaves: readonly { id: string; hash: Buffer }[]): Promise<void> => {
      await admin.query('DELETE FROM app.ledger_leaf WHERE leaf_no IN ($1, $2)', [a, b]);
      for (const [at, { id, hash }] of leaves.entries())
        await admin.query('INSERT INTO app.ledger_leaf VALUES ($1, $2, $3)', [[a, b][at], id, hash]);
    };
    await lay(rows.toReversed());
    outsider.put('swapped.jsonl', await exported());
    await isNamed(outsider.verify('swapped.jsonl', '--key', posted.keyId), 'sai lệch nằm giữa lá');
    await lay(rows);
    expect((await exported()) === honest).toBe(true);
  });

  it('names a changed, forged, removed or reordered head', async () => {
    const head = (file: Forgery, at: number) => file.heads[at]!;
    await isNamed(
      says((file) => (head(file, 0)['rootHash'] = 'ab'.repeat(32))),
      'không khớp với nhật ký',
      'Chữ ký của gốc cây',
    );
    await isNamed(
      says((file) => (head(file, 1)['signedAt'] = '2026-01-01T00:00:00.000Z')),
      'Chữ ký của gốc cây',
    );
    await isNamed(
      says((file) => (head(file, 1)['treeSize'] = Number(head(file, 1)['treeSize']) - 1)),
      'không khớp với nhật ký',
    );
    await isNamed(
      says((file) => (head(file, 1)['signature'] = head(file, 0)['signature'])),
      'Chữ ký của gốc cây',
    );
    await isNamed(
      says((file) => {
        const [one, two] = [file.lines.findIndex((line) => line.head), file.lines.findLastIndex((line) => line.head)];
        [file.lines[one], file.lines[two]] = [file.lines[two]!, file.lines[one]!];
      }),
      'đứng sai thứ tự',
    );
    await isNamed(
      says((file) => file.remove((line) => line.head === head(file, 0))),
      'Tệp bị cắt: dòng kết thúc ghi',
    );
    await isNamed(
      says(
        (file) => (file.lines.find((line) => line.case?.caseId === victim)!.case!.headHash = `\\x${'00'.repeat(32)}`),
      ),
      'mã băm cuối trên hồ sơ không khớp',
      first(step(4).seq + (new Forgery(whole).chain(victim).length - 4)),
    );
  });

  it('names a ledger signed again with another key, whether that key says who it is or not', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const signAgain = (file: Forgery): void => {
      step(3, file).type = 'FORGED';
      file.rechain(victim, 3);
      file.releaf();
      for (const head of file.heads)
        Object.assign(
          head,
          signHead(
            {
              treeSize: Number(head['treeSize']),
              rootHash: file.rootOf(Number(head['treeSize'])),
              signedAt: String(head['signedAt']),
            },
            privateKey,
          ),
        );
    };
    await isNamed(says(signAgain), 'không có trong sổ khóa');
    const ownBook = (file: Forgery): void => {
      signAgain(file);
      file.remove(({ key }) => key !== undefined);
      file.lines.splice(1, 0, { key: { ...firstKey(privateKey, new Date()) } });
      file.recount();
    };
    await isNamed(says(ownBook), 'không nối được với khóa bạn tin', 'Sổ khóa của tệp không có khóa bạn tin');
    await isNamed(says(ownBook, '--against', 'posted.json'), 'Nhật ký nay không phải là phần nối dài của gốc cây cũ');
    // Whoever brings no key of their own believes the file: it says so.
    const file = new Forgery(whole);
    ownBook(file);
    outsider.put('own.jsonl', file.text);
    expect((await outsider.verify('own.jsonl')).output).toContain('khóa lấy từ chính tệp này');
    // A key that was handed over signs nothing any more.
    const retired = (forged: Forgery): void => {
      const [former] = forged.keys;
      Object.assign(forged.heads.at(-1)!, { keyId: former?.['keyId'] });
    };
    await isNamed(says(retired), 'ngoài thời gian dùng khóa đó');
    await isNamed(
      says((forged) => (forged.keys[1]!['since'] = '2026-01-01T00:00:00.000Z')),
      'không được chính nó và khóa trước ký nhận',
    );
  });

  it('names a file that was cut off, or says one thing twice', async () => {
    const verify = (text: string) => {
      outsider.put('cut.jsonl', text);
      return outsider.verify('cut.jsonl', '--key', posted.keyId);
    };
    const lines = whole.trimEnd().split('\n');
    await isNamed(verify(`${lines.slice(0, -1).join('\n')}\n`), 'không có dòng kết thúc');
    await isNamed(verify(`${lines.slice(0, -3).join('\n')}\n`), 'không có dòng kết thúc');
    await isNamed(verify(whole.slice(0, -20)), 'bị cắt hoặc hỏng');
    await isNamed(verify(whole.replace('"type":', '"type":"ACCEPT","type":')), 'có thể có trường lặp');
    await isNamed(
      says((file) => Object.assign(step(3, file), { note: 'thêm' })),
      'trường note không được chứng minh',
      first(3),
    );
    await isNamed(verify(''), 'không có dòng kết thúc');
  });

  it('names a past that is another one than an old head or an old export says', async () => {
    const fork = new Forgery(whole);
    const size = Number(fork.heads[0]!['treeSize']);
    await isNamed(
      says(
        (file) => {
          file.remove((line) => line.head !== undefined && Number(line.head['treeSize']) > size);
          const block = file.lines.find(({ leaves }) => leaves)!.leaves!;
          block.hashes = Buffer.from(block.hashes, 'base64')
            .subarray(0, size * 32)
            .toString('base64');
          file.remove(({ event }) => event !== undefined && (event.leafNo === null || event.leafNo >= size));
          for (const { caseId } of file.lines.flatMap((line) => line.case ?? []))
            if (file.chain(caseId).length > 0) file.rechain(caseId);
          file.remove((line) => line.case !== undefined && file.chain(line.case.caseId).length === 0);
          file.remove((line) => line.key !== undefined && line.key['reason'] === 'rotated');
          file.recount();
          file.lines.at(-1)!.end!['leaves'] = size;
        },
        '--against',
        'posted.json',
      ),
      'không phải là phần nối dài của gốc cây cũ',
    );
  });
});
