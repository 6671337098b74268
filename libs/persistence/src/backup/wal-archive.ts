import { dirname, join } from 'node:path';
import { makeServerFolder, serverAccount } from '../embedded-files.js';

/** Where the embedded server lays finished WAL segments until a backup folder has fetched them: beside the cluster. */
export const archiveFolder = (cluster: string): string => join(dirname(cluster), 'wal-archive');

const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;

/**
 * The server archives from its first start on, since the mode cannot be changed while it runs; yet a segment is kept only
 * once the folder is there, which the first backup makes. Without a backup to follow, WAL would fill the disk for nobody.
 */
export function archiveSettings(cluster: string): readonly string[] {
  if (process.platform === 'win32') return [];
  const folder = quoted(archiveFolder(cluster));
  const kept = `${folder}/%f`;
  const draft = `${folder}/.%f.draft`;
  return [
    'archive_mode=on',
    `archive_command=test ! -d ${folder} || test -f ${kept} || (cp %p ${draft} && mv ${draft} ${kept})`,
  ];
}

export const openArchive = (cluster: string): void => makeServerFolder(archiveFolder(cluster), serverAccount());
