#!/usr/bin/env node
// Checks an exported ledger, or the proof of one event, with Node alone: no account, no network, no package.
//   node verify.mjs LEDGER.jsonl [--key PUBLIC.pem] [--against OLD-HEAD.json]
//   node verify.mjs PROOF.json --key PUBLIC.pem
// --key: the public key you already trust; without it the key inside the file is used, which proves less.
// --against: a signed head kept from earlier; the present tree must have grown out of it.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const FIELDS =
  'id caseId seq kind type occurredOn recordedAt systemAt actorId actorRole facts basis fromStage toStage subjectId corrects'.split(
    ' ',
  );
const sha = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const bytes = (text) => Buffer.from(text.replace(/^\\x/, ''), 'hex');

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

/** RFC 6962 tree; only the right edge is kept. */
class Tree {
  size = 0;
  edge = [];
  append(leaf) {
    this.size += 1;
    let [height, hash] = [0, leaf];
    while (this.edge.at(-1)?.[0] === height) [height, hash] = [height + 1, sha(Buffer.of(1), this.edge.pop()[1], hash)];
    this.edge.push([height, hash]);
  }
  root() {
    return (
      [...this.edge]
        .reverse()
        .map(([, hash]) => hash)
        .reduce((right, left) => (right ? sha(Buffer.of(1), left, right) : left), null) ?? sha()
    );
  }
}

function included({ leafNo, path, head, event }) {
  let [node, last, hash] = [leafNo, head.treeSize - 1, sha(Buffer.of(0), bytes(event.hash))];
  const half = () => ([node, last] = [Math.floor(node / 2), Math.floor(last / 2)]);
  for (const sibling of path.map(bytes)) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = sha(Buffer.of(1), sibling, hash);
      while (node % 2 === 0 && node !== 0) half();
    } else hash = sha(Buffer.of(1), hash, sibling);
    half();
  }
  return leafNo < head.treeSize && last === 0 && hash.equals(bytes(head.rootHash));
}

function signed({ treeSize, rootHash, signedAt, keyId, signature }, pem) {
  const key = createPublicKey(pem);
  const ownId = sha(key.export({ type: 'spki', format: 'der' }))
    .toString('hex')
    .slice(0, 16);
  const text = canonical({ statement: 'nghe-dan/tree-head/1', treeSize, rootHash, signedAt, keyId });
  return keyId === ownId && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}

async function checkLedger(path, trusted, old, fail) {
  const tree = new Tree();
  const [cases, chains, hashes, roots] = [new Map(), new Map(), new Map(), new Map()];
  const counts = { events: 0, heads: 0 };
  let key = trusted;
  let wanted;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const row = JSON.parse(line);
    if (row.format) key ??= row.publicKey;
    if (row.case) cases.set(row.case.caseId, row.case);
    if (row.event) {
      const { caseId, seq, hash, prevHash } = row.event;
      const before = chains.get(caseId) ?? { seq: 0, hash: `\\x${'00'.repeat(32)}` };
      if (!eventHash(row.event).equals(bytes(hash)))
        fail(`Hồ sơ ${caseId}, bước ${seq}: nội dung không khớp với mã băm`);
      if (seq !== before.seq + 1) fail(`Hồ sơ ${caseId}: sau bước ${before.seq} là bước ${seq}`);
      else if (prevHash !== before.hash) fail(`Hồ sơ ${caseId}, bước ${seq}: không nối với bước trước`);
      chains.set(caseId, { seq, hash });
      hashes.set(row.event.id, hash);
      counts.events += 1;
    }
    if (row.leaf) {
      const { leafNo, eventId, eventHash: sealedHash } = row.leaf;
      if (leafNo !== tree.size) fail(`Cây thiếu lá ${tree.size}`);
      if (hashes.get(eventId) !== sealedHash) fail(`Lá ${leafNo}: sự kiện ${eventId} không còn như lúc niêm phong`);
      tree.append(sha(Buffer.of(0), bytes(sealedHash)));
      roots.set(tree.size, tree.root().toString('hex'));
    }
    if (row.head) {
      counts.heads += 1;
      if (!signed(row.head, key)) fail(`Chữ ký của gốc cây ${row.head.treeSize} sự kiện không đúng với khóa này`);
      wanted = row.head;
      if (roots.get(row.head.treeSize) !== row.head.rootHash)
        fail(`Gốc cây ${row.head.treeSize} sự kiện không khớp với nhật ký`);
    }
  }
  for (const [caseId, { seq, headHash }] of cases) {
    const last = chains.get(caseId);
    if (last?.seq !== seq || last.hash !== headHash)
      fail(`Hồ sơ ${caseId}: nhật ký dừng ở bước ${last?.seq ?? 0}, hồ sơ ghi bước ${seq}`);
  }
  for (const caseId of chains.keys()) if (!cases.has(caseId)) fail(`Hồ sơ ${caseId}: có nhật ký nhưng không có hồ sơ`);
  if (old) {
    if (!signed(old, key)) fail('Gốc cây cũ không mang chữ ký của khóa này');
    if (roots.get(old.treeSize) !== old.rootHash)
      fail(`Nhật ký nay không phải là phần nối dài của gốc cây cũ (${old.treeSize} sự kiện)`);
  }
  const tail = counts.events - tree.size;
  return `${cases.size} hồ sơ, ${counts.events} sự kiện, ${counts.heads} gốc cây đã ký (mới nhất: ${wanted?.signedAt ?? 'chưa có'}), ${tail} sự kiện chưa niêm phong`;
}

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const [path] = args;
if (!path) {
  process.stderr.write('Cách dùng: node verify.mjs TỆP [--key KHÓA.pem] [--against GỐC-CŨ.json]\n');
  process.exit(2);
}
const failures = [];
const fail = (message) => failures.push(message);
const trusted = option('--key') && readFileSync(option('--key'), 'utf8');
const first = readFileSync(path, 'utf8').slice(0, 100);
let summary;
if (first.includes('nghe-dan-proof/1')) {
  const proof = JSON.parse(readFileSync(path, 'utf8'));
  if (!trusted) fail('Kiểm chứng minh một sự kiện cần --key KHÓA.pem');
  else if (!signed(proof.head, trusted)) fail('Gốc cây không mang chữ ký của khóa này');
  if (!eventHash(proof.event).equals(bytes(proof.event.hash))) fail('Nội dung sự kiện không khớp với mã băm');
  if (!included(proof)) fail('Sự kiện không nằm trong cây đã ký');
  summary = `sự kiện ${proof.event.id} là lá ${proof.leafNo} của cây ${proof.head.treeSize} sự kiện ký lúc ${proof.head.signedAt}`;
} else {
  const old = option('--against') && JSON.parse(readFileSync(option('--against'), 'utf8'));
  summary = await checkLedger(path, trusted, old, fail);
  if (!trusted) summary += '; khóa lấy từ chính tệp này';
}
for (const message of failures) process.stdout.write(`SAI: ${message}\n`);
process.stdout.write(`${failures.length === 0 ? 'Nguyên vẹn' : `${failures.length} chỗ sai`}: ${summary}\n`);
process.exit(failures.length === 0 ? 0 : 1);
