import { randomBytes } from 'node:crypto';

/** UUIDs of version 7 that rise within a set, so that its index entries lie together. */
export function idsAt(instant: Date): () => string {
  const time = instant.getTime().toString(16).padStart(12, '0');
  return () => {
    const random = randomBytes(10);
    random[0] = 0x70 | ((random[0] ?? 0) & 0x0f);
    random[2] = 0x80 | ((random[2] ?? 0) & 0x3f);
    const hex = random.toString('hex');
    return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`;
  };
}
