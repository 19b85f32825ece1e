import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { identity, type RunAs } from './postgres-binaries.js';

const rootsPlace = '/var/lib/entente';

/**
 * The folder itself, made and given to the user PostgreSQL runs as. When root keeps the project where that user cannot
 * enter (root's home, usually), a folder of its own under /var/lib, which is said aloud.
 */
export function enterableFolder(wanted: string, runAs: RunAs, say: (line: string) => void): string {
  const folder = resolve(wanted);
  if (give(folder, runAs)) return folder;
  const elsewhere = join(rootsPlace, createHash('sha256').update(folder).digest('hex').slice(0, 12));
  mkdirSync(rootsPlace, { recursive: true, mode: 0o755 });
  if (!give(elsewhere, runAs)) throw new Error(`PostgreSQL's user can enter neither ${folder} nor ${elsewhere}`);
  say(`PostgreSQL cannot run as root and its user cannot enter ${folder}; the database is in ${elsewhere}`);
  return elsewhere;
}

function give(folder: string, runAs: RunAs): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (runAs.uid === undefined || runAs.gid === undefined) return true;
  chownSync(folder, runAs.uid, runAs.gid);
  return spawnSync('test', ['-w', folder], { ...identity(runAs), cwd: '/' }).status === 0;
}
