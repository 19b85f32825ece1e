import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../config/config.js';
import { isAlive } from './process-alive.js';

/**
 * Marks a data folder as used by this process. A mark left by a process that was killed does not count.
 * @returns gives the folder back
 * @throws ConfigurationError when another living server uses it: two would stop each other's database.
 */
export function claimFolder(folder: string): () => void {
  const file = join(folder, 'in-use-by');
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (holder > 0 && holder !== process.pid && isAlive(holder) && isNode(holder)) {
    throw new ConfigurationError(
      `DATA_DIR: another Entente (process ${holder}) uses ${folder}. Stop it, or set DATA_DIR to another folder.`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

/** Guards against a process id that was given to another program since. */
function isNode(pid: number): boolean {
  const name = `/proc/${pid}/cmdline`;
  return !existsSync(name) || readFileSync(name, 'utf8').includes('node');
}
