#!/usr/bin/env node
// Checks an exported ledger, the proof of one event, or the proof that a tree grew, with Node alone: no account, no network, no package.
//   node verify.mjs LEDGER.jsonl [--key PUBLIC.pem] [--against OLD]
//   node verify.mjs PROOF.json --key PUBLIC.pem [--against OLD-HEAD.json]
// --key: a public key you already trust, or its id of 16 digits as printed; without it the keys inside the file are used, which proves less.
// --against: a signed head kept from earlier (as printed under the QR code), or an older export: the present tree must have grown out of it.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';

const FIELDS =
  'id caseId seq kind type occurredOn recordedAt systemAt actorId actorRole facts basis fromStage toStage subjectId corrects'.split(
    ' ',
  );
const KNOWN = new Set([...FIELDS, 'prevHash', 'hash', 'leafNo']);
const GENESIS = `\\x${'00'.repeat(32)}`;
const MOST_SHOWN = 200;
const DAY_MS = 86_400_000;

const sha = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const bytes = (text) => Buffer.from(String(text).replace(/^\\x/, ''), 'hex');

/** RFC 8785. */
function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
    .join(',')}}`;
}
const eventHash = (event) =>
  sha(bytes(event.prevHash), canonical(Object.fromEntries(FIELDS.map((field) => [field, event[field]]))));

const leafOf = (hash) => sha(Buffer.of(0), hash);
const nodeOf = (left, right) => sha(Buffer.of(1), left, right);

/** RFC 6962 tree; only the right edge is kept, and the event hashes, 32 bytes each. */
class Tree {
  size = 0;
  edge = [];
  hashes = Buffer.alloc(32 * 1024);
  append(hash) {
    if (this.hashes.length < (this.size + 1) * 32)
      this.hashes = Buffer.concat([this.hashes, Buffer.alloc(this.hashes.length)]);
    hash.copy(this.hashes, this.size * 32);
    this.size += 1;
    let [height, node] = [0, leafOf(hash)];
    while (this.edge.at(-1)?.[0] === height) [height, node] = [height + 1, nodeOf(this.edge.pop()[1], node)];
    this.edge.push([height, node]);
  }
  hashAt(leafNo) {
    return this.hashes.subarray(leafNo * 32, leafNo * 32 + 32);
  }
  root() {
    const nodes = this.edge.map(([, node]) => node);
    return nodes.length ? nodes.reduceRight((right, left) => nodeOf(left, right)) : sha();
  }
}

/** Walks a proof from the bottom; gives what each step makes of the hashes it carries. */
function walk(node, last, path, step) {
  const half = () => ([node, last] = [Math.floor(node / 2), Math.floor(last / 2)]);
  for (const sibling of path) {
    if (last === 0) return false;
    const onLeft = node % 2 === 1 || node === last;
    step(sibling, onLeft);
    if (onLeft) while (node % 2 === 0 && node !== 0) half();
    half();
  }
  return last === 0;
}

function included({ leafNo, path, head, event }) {
  if (!Number.isInteger(leafNo) || leafNo < 0 || leafNo >= head.treeSize) return false;
  let hash = leafOf(bytes(event.hash));
  const step = (sibling, onLeft) => (hash = onLeft ? nodeOf(sibling, hash) : nodeOf(hash, sibling));
  return walk(leafNo, head.treeSize - 1, path.map(bytes), step) && hash.equals(bytes(head.rootHash));
}

function grown({ fromSize, path, head }, oldRoot) {
  if (!Number.isInteger(fromSize) || fromSize < 1 || fromSize > head.treeSize) return false;
  if (fromSize === head.treeSize) return path.length === 0 && oldRoot.equals(bytes(head.rootHash));
  let [node, last] = [fromSize - 1, head.treeSize - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  const [first, ...rest] = [...(node === 0 ? [oldRoot] : []), ...path.map(bytes)];
  if (!first) return false;
  let [before, after] = [first, first];
  const step = (sibling, onLeft) => {
    if (onLeft) before = nodeOf(sibling, before);
    after = onLeft ? nodeOf(sibling, after) : nodeOf(after, sibling);
  };
  return walk(node, last, rest, step) && before.equals(oldRoot) && after.equals(bytes(head.rootHash));
}

const idOf = (pem) =>
  sha(createPublicKey(pem).export({ type: 'spki', format: 'der' }))
    .toString('hex')
    .slice(0, 16);
const signedBy = (pem, statement, signature) =>
  verify(null, Buffer.from(canonical(statement)), createPublicKey(pem), Buffer.from(String(signature), 'base64'));

/** The keys of a file and what joins them. `anchor`: id of the key the reader trusts, if any. */
class Keys {
  constructor(records, anchor, fail) {
    this.records = records;
    records.forEach((record, index) => {
      if (!this.isTrue(record, records[index - 1]))
        fail({ message: `Khóa ${record.keyId} không được chính nó và khóa trước ký nhận` });
    });
    this.anchor = anchor;
    this.trusted = new Set(anchor ? [anchor] : records.map(({ keyId }) => keyId));
    const joined = (a, b) => b?.reason === 'rotated' && this.isTrue(b, a);
    const at = records.findIndex(({ keyId }) => keyId === anchor);
    for (let i = at; at >= 0 && joined(records[i], records[i + 1]); i += 1) this.trusted.add(records[i + 1].keyId);
    for (let i = at; at > 0 && joined(records[i - 1], records[i]); i -= 1) this.trusted.add(records[i - 1].keyId);
  }
  isTrue(record, before) {
    try {
      const { signature, previousSignature, ...rest } = record;
      const statement = { statement: 'nghe-dan/audit-key/1', ...rest };
      if (record.keyId !== idOf(record.publicKey) || !signedBy(record.publicKey, statement, signature)) return false;
      if (!before) return record.previousKeyId === null && record.reason === 'first';
      if (record.previousKeyId !== before.keyId) return false;
      if (record.reason === 'lost') return previousSignature === null;
      return record.reason === 'rotated' && signedBy(before.publicKey, statement, previousSignature);
    } catch {
      return false;
    }
  }
  /** What is wrong with a head's signature, or null. */
  fault(head, name) {
    const { treeSize, rootHash, signedAt, keyId, signature } = head;
    const at = this.records.findIndex((record) => record.keyId === keyId);
    if (at < 0) return `${name} ký bằng khóa ${keyId}, không có trong sổ khóa`;
    if (!this.trusted.has(keyId))
      return `${name} ký bằng khóa ${keyId}, không nối được với khóa bạn tin (${this.anchor})`;
    const [own, next] = [this.records[at], this.records[at + 1]];
    if (treeSize < own.treeSize || (next && treeSize > next.treeSize))
      return `${name} ký bằng khóa ${keyId} ngoài thời gian dùng khóa đó`;
    const statement = { statement: 'nghe-dan/tree-head/1', treeSize, rootHash, signedAt, keyId };
    return signedBy(own.publicKey, statement, signature)
      ? null
      : `Chữ ký của ${name[0].toLowerCase()}${name.slice(1)} không đúng`;
  }
}

/** Lines of an export, each parsed and told its number. A line that JSON would write otherwise may hide a second value. */
async function* linesOf(path, fail) {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    let row;
    try {
      row = JSON.parse(line);
    } catch {
      fail({ message: `Dòng ${number} bị cắt hoặc hỏng` });
      return;
    }
    if (JSON.stringify(row) !== line)
      fail({ message: `Dòng ${number} không viết theo dạng chuẩn (có thể có trường lặp)` });
    yield row;
  }
}

/** Leaves, heads and keys of an export, and the roots at every signed size and those of `also`; rows go to `onRow`, which may stop it. */
async function readTree(path, fail, { also = [], onRow }) {
  const found = { tree: new Tree(), keys: [], heads: [], scope: undefined, roots: new Map() };
  let wanted;
  for await (const row of linesOf(path, fail)) {
    if (row.format)
      found.scope =
        row.format === 'nghe-dan-ledger/2' ? row.scope : fail({ message: `Không đọc được dạng tệp ${row.format}` });
    if (row.key) found.keys.push(row.key);
    if (row.head) found.heads.push(row.head);
    if (row.leaves) {
      wanted ??= new Set([...found.heads, ...found.keys, ...also].map(({ treeSize }) => treeSize));
      if (row.leaves.from !== found.tree.size) fail({ message: `Cây thiếu lá ${found.tree.size}` });
      const block = Buffer.from(String(row.leaves.hashes), 'base64');
      for (let at = 0; at + 32 <= block.length; at += 32) {
        found.tree.append(block.subarray(at, at + 32));
        if (wanted.has(found.tree.size)) found.roots.set(found.tree.size, found.tree.root().toString('hex'));
      }
    }
    if (onRow && (await onRow(row, found)) === false) break;
  }
  return found;
}

/** One pass over cases and events, which come in the order of case and seq; only the case at hand is kept. */
class Chains {
  counts = { cases: 0, events: 0, young: 0 };
  constructor(fail, latestSigned) {
    this.fail = fail;
    this.latestSigned = latestSigned;
    this.open(null);
  }
  open(caseId) {
    this.now = { caseId, head: null, seq: 0, hash: GENESIS };
  }
  close() {
    const { caseId, head, seq, hash } = this.now;
    if (caseId === null) return;
    const at = { caseId, seq };
    if (!head) this.fail({ ...at, message: `Hồ sơ ${caseId}: có nhật ký nhưng không có hồ sơ` });
    else if (head.seq > seq)
      this.fail({
        caseId,
        seq: seq + 1,
        message: `Hồ sơ ${caseId}: nhật ký dừng ở bước ${seq}, hồ sơ ghi bước ${head.seq}`,
      });
    else if (head.seq < seq)
      this.fail({ caseId, seq: head.seq + 1, message: `Hồ sơ ${caseId}: thừa sự kiện từ bước ${head.seq + 1}` });
    else if (head.headHash !== hash)
      this.fail({ ...at, message: `Hồ sơ ${caseId}, bước ${seq}: mã băm cuối trên hồ sơ không khớp` });
  }
  enter(caseId) {
    if (caseId === this.now.caseId) return;
    this.close();
    if (this.now.caseId !== null && caseId < this.now.caseId)
      this.fail({ caseId, message: `Hồ sơ ${caseId}: đứng sai chỗ trong tệp` });
    this.open(caseId);
  }
  case(head) {
    if (head.caseId === this.now.caseId)
      this.fail({ caseId: head.caseId, message: `Hồ sơ ${head.caseId}: ghi hai lần hoặc đứng sau sự kiện của nó` });
    this.enter(head.caseId);
    this.now.head = head;
    this.counts.cases += 1;
  }
  event(event, sealed) {
    const { caseId, seq, id, leafNo } = event;
    this.enter(caseId);
    this.counts.events += 1;
    const fail = (message) =>
      this.fail({ caseId, seq, id, leafNo, message: `Hồ sơ ${caseId}, bước ${seq} (${id}): ${message}` });
    const stray = Object.keys(event).find((name) => !KNOWN.has(name));
    if (stray) fail(`có trường ${stray} không được chứng minh`);
    if (!eventHash(event).equals(bytes(event.hash))) fail('nội dung không khớp với mã băm');
    const { now } = this;
    if (seq > now.seq + 1)
      this.fail({
        caseId,
        seq: now.seq + 1,
        message: `Hồ sơ ${caseId}: thiếu bước ${now.seq + 1}${seq > now.seq + 2 ? ` đến ${seq - 1}` : ''}`,
      });
    else if (seq <= now.seq) fail(`đứng sau bước ${now.seq}: chèn thêm hoặc đổi thứ tự`);
    else if (event.prevHash !== now.hash) fail(`không nối với bước trước`);
    [now.seq, now.hash] = [seq, event.hash];
    if (leafNo !== null) return sealed(event, fail);
    this.counts.young += 1;
    if (this.latestSigned - Date.parse(event.systemAt) > DAY_MS)
      fail('ghi trước lần ký cuối hơn một ngày mà không nằm trong cây: chèn lùi ngày');
  }
}

async function checkLedger(path, { trusted, old, fail }) {
  let [keys, chains, seen, end] = [];
  const start = (found) => {
    keys = new Keys(found.keys, trusted, fail);
    if (trusted && !found.keys.some(({ keyId }) => keyId === trusted))
      fail({ message: `Sổ khóa của tệp không có khóa bạn tin (${trusted})` });
    chains = new Chains(fail, Date.parse(found.heads.at(-1)?.signedAt ?? '') || -Infinity);
    seen = Buffer.alloc(Math.ceil(found.tree.size / 8));
  };
  const sealedIn = (found) => (event, bad) => {
    const { leafNo, hash } = event;
    if (!Number.isInteger(leafNo) || leafNo < 0 || leafNo >= found.tree.size)
      return bad(`lá ${leafNo} không có trong cây`);
    const bit = 1 << (leafNo & 7);
    if (seen[leafNo >> 3] & bit) bad(`lá ${leafNo} đã thuộc về sự kiện khác`);
    seen[leafNo >> 3] |= bit;
    if (!found.tree.hashAt(leafNo).equals(bytes(hash))) bad(`không phải sự kiện đã niêm phong ở lá ${leafNo}`);
  };
  const onRow = (row, found) => {
    if (row.case || row.event || row.end) if (!chains) start(found);
    if (row.leaves && chains) fail({ message: 'Lá của cây đứng sau sự kiện' });
    if (row.case) chains.case(row.case);
    if (row.event) chains.event(row.event, sealedIn(found));
    if (row.end) end = row.end;
  };
  const found = await readTree(path, fail, { also: old ? [old] : [], onRow });
  if (!chains) start(found);
  chains.close();
  if (found.scope === 'all') {
    let hole = 0;
    for (let leafNo = 0; leafNo < found.tree.size; leafNo += 1)
      if (!(seen[leafNo >> 3] & (1 << (leafNo & 7))) && ++hole <= MOST_SHOWN)
        fail({ leafNo, message: `Lá ${leafNo}: sự kiện đã niêm phong không còn trong nhật ký` });
  }
  await checkRoots(path, found, { keys, fail });
  const { cases, events, young } = chains.counts;
  const had = { keys: found.keys.length, heads: found.heads.length, leaves: found.tree.size, cases, events };
  if (!end) fail({ message: `Tệp bị cắt: không có dòng kết thúc sau sự kiện thứ ${events}` });
  else
    for (const [name, count] of Object.entries(had))
      if (end[name] !== count) fail({ message: `Tệp bị cắt: dòng kết thúc ghi ${end[name]} ${name}, tệp có ${count}` });
  if (old) await checkAgainst(path, found, { keys, old, fail });
  const lost = found.keys
    .filter(({ reason }) => reason === 'lost')
    .map(({ keyId }) => `; khóa ${keyId} thay cho khóa đã mất, khóa trước không ký nhận`);
  const rest = found.scope === 'seen' ? `, ${found.tree.size - (events - young)} lá ngoài phạm vi người xuất` : '';
  return `${cases} hồ sơ, ${events} sự kiện, ${found.heads.length} gốc cây đã ký (mới nhất: ${found.heads.at(-1)?.signedAt ?? 'chưa có'}), ${young} sự kiện chưa niêm phong${rest}${lost.join('')}`;
}

/** Heads and handovers in the order of size: the first that does not fit says between which leaves the first bad event lies. */
async function checkRoots(path, { heads, tree, roots, keys: records }, { keys, fail }) {
  let [good, named] = [0, false];
  const check = async ({ treeSize, rootHash }, name) => {
    if (treeSize > tree.size)
      return fail({ message: `${name}: nay chỉ còn ${tree.size} sự kiện, đuôi nhật ký đã bị cắt`, leafNo: tree.size });
    const root = treeSize === 0 ? sha().toString('hex') : roots.get(treeSize);
    if (root === rootHash) return (good = named ? good : treeSize);
    fail({
      ...(named ? {} : { leafNo: good, at: await eventAt(path, good) }),
      message: `${name} không khớp với nhật ký: sai lệch nằm giữa lá ${good} và lá ${treeSize - 1}`,
    });
    named = true;
  };
  const all = [
    ...heads.map((head) => [head, `Gốc cây ${head.treeSize} sự kiện`]),
    ...records.map((key) => [key, `Gốc cây lúc nhận khóa ${key.keyId}`]),
  ];
  for (const [what, name] of all.sort(([a], [b]) => a.treeSize - b.treeSize)) await check(what, name);
  heads.forEach((head, index) => {
    const fault = keys.fault(head, `Gốc cây ${head.treeSize} sự kiện`);
    if (fault) fail({ message: fault });
    if (index > 0 && head.treeSize <= heads[index - 1].treeSize)
      fail({ message: `Gốc cây ${head.treeSize} sự kiện đứng sai thứ tự` });
  });
}

/** What the present ledger says of the event at a leaf: a second pass, only when something is wrong. */
async function eventAt(path, leafNo) {
  for await (const { event } of linesOf(path, () => undefined))
    if (event?.leafNo === leafNo) return { caseId: event.caseId, seq: event.seq, id: event.id };
  return {};
}

async function checkAgainst(path, found, { keys, old, fail }) {
  if (old.export) {
    const before = await readTree(old.export, fail, { onRow: (row) => !(row.case || row.event || row.end) });
    const common = Math.min(before.tree.size, found.tree.size);
    let leafNo = 0;
    while (leafNo < common && before.tree.hashAt(leafNo).equals(found.tree.hashAt(leafNo))) leafNo += 1;
    if (leafNo < before.tree.size)
      fail({ leafNo, at: await eventAt(path, leafNo), message: `Nhật ký nay khác bản xuất cũ từ lá ${leafNo}` });
    return;
  }
  const fault = keys.fault(old, 'Gốc cây cũ');
  if (fault) fail({ message: fault });
  if (found.roots.get(old.treeSize) !== old.rootHash)
    fail({ message: `Nhật ký nay không phải là phần nối dài của gốc cây cũ (${old.treeSize} sự kiện)` });
}

function checkProof(proof, { trusted, old, fail }) {
  if (!trusted) fail({ message: 'Kiểm một chứng minh cần --key' });
  const keys = new Keys(proof.keys ?? [], trusted, fail);
  const fault = keys.fault(proof.head, 'Gốc cây');
  if (fault) fail({ message: fault });
  const about = `cây ${proof.head.treeSize} sự kiện ký lúc ${proof.head.signedAt}`;
  if (proof.format === 'nghe-dan-consistency/1') {
    const from = old ?? proof.from;
    const wrong = from && keys.fault(from, 'Gốc cây cũ');
    if (wrong) fail({ message: wrong });
    if (!from) fail({ message: `Chưa có gốc cây ${proof.fromSize} sự kiện để so: thêm --against GỐC-CŨ.json` });
    else if (from.treeSize !== proof.fromSize || !grown(proof, bytes(from.rootHash)))
      fail({ message: 'Cây nay không phải là phần nối dài của cây cũ' });
    return `${about} nối dài từ cây ${proof.fromSize} sự kiện`;
  }
  if (!eventHash(proof.event).equals(bytes(proof.event.hash)))
    fail({ message: 'Nội dung sự kiện không khớp với mã băm' });
  if (!included(proof)) fail({ message: 'Sự kiện không nằm trong cây đã ký' });
  return `sự kiện ${proof.event.id} là lá ${proof.leafNo} của ${about}`;
}

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const usage = (why) => {
  process.stderr.write(
    `${why}Cách dùng: node verify.mjs TỆP [--key KHÓA.pem|MÃ-KHÓA] [--against GỐC-CŨ.json|BẢN-XUẤT-CŨ.jsonl]\n`,
  );
  process.exit(2);
};
const [path] = args;
if (!path || path.startsWith('--')) usage('');
for (const file of [path, option('--against')]) if (file && !existsSync(file)) usage(`Không có tệp ${file}. `);

const beginning = (file) => {
  const head = Buffer.alloc(200);
  return head.toString('utf8', 0, readSync(openSync(file, 'r'), head));
};
const json = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return usage(`Tệp ${file} không phải JSON. `);
  }
};
const keyOption = option('--key');
const trusted =
  keyOption &&
  (/^[0-9a-f]{16}$/.test(keyOption)
    ? keyOption
    : existsSync(keyOption)
      ? idOf(readFileSync(keyOption))
      : usage(`Không có tệp khóa ${keyOption}. `));
const against = option('--against');
const old = against && (beginning(against).includes('nghe-dan-ledger/') ? { export: against } : json(against));

let failures = 0;
const first = {};
/** Where a fault lies: `caseId`, `seq` and `id` in the chain, `leafNo` in the tree; `at`: the event that lies there now. */
function fail({ message, leafNo, caseId, seq, id, at = { caseId, seq, id } }) {
  failures += 1;
  if (failures <= MOST_SHOWN) process.stdout.write(`SAI: ${message}\n`);
  if (caseId !== undefined && seq !== undefined && !first.chain) first.chain = { caseId, seq, id };
  if (Number.isInteger(leafNo) && !(leafNo >= first.leaf?.leafNo)) first.leaf = { leafNo, ...at };
}

const proof = /"format":\s*"nghe-dan-(proof|consistency)\//.test(beginning(path));
let summary;
try {
  summary = proof ? checkProof(json(path), { trusted, old, fail }) : await checkLedger(path, { trusted, old, fail });
} catch (error) {
  fail({ message: `Tệp không đúng dạng: ${error.message}` });
  summary = 'không kiểm được hết';
}
if (!trusted) summary += '; khóa lấy từ chính tệp này';
const named = ({ caseId, seq, id }) => `hồ sơ ${caseId}, bước ${seq}${id ? ` (sự kiện ${id})` : ''}`;
if (first.chain) process.stdout.write(`Sự kiện sai đầu tiên theo chuỗi: ${named(first.chain)}\n`);
if (first.leaf)
  process.stdout.write(
    `Sự kiện sai đầu tiên theo cây: lá ${first.leaf.leafNo}${first.leaf.caseId ? `, ${named(first.leaf)}` : ''}\n`,
  );
process.stdout.write(`${failures === 0 ? 'Nguyên vẹn' : `${failures} chỗ sai`}: ${summary}\n`);
process.exit(failures === 0 ? 0 : 1);
