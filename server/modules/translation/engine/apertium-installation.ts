import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const patience = 10_000;

/** Where the programs of the pipelines are, besides where Apertium itself is. */
const usualFolders = '/usr/local/bin:/usr/bin:/bin';

/** What is installed of Apertium on this machine. */
export interface ApertiumInstallation {
  readonly binary: string;
  /** The environment its programs run in: the path and the locale, and nothing of the server's own. */
  readonly environment: { readonly PATH: string; readonly LC_ALL: string };
  readonly version: string;
  /** Where its modes (pipelines) are. */
  readonly modes: string;
  /** The modes by name: `mkd-bul`. */
  readonly modeNames: readonly string[];
}

/**
 * Looks for Apertium, as a shell would, and asks it what it can translate.
 * @param searchPath folders to look in instead of those of `PATH`
 * @returns nothing where there is none that answers
 */
export async function findApertium(searchPath?: string): Promise<ApertiumInstallation | undefined> {
  const env = searchPath === undefined ? {} : { env: { PATH: searchPath } };
  try {
    const binary = (await run('/bin/sh', ['-c', 'command -v apertium'], { timeout: patience, ...env })).stdout.trim();
    const folder = dirname(binary);
    const data = join(dirname(folder), 'share', 'apertium');
    const environment = { PATH: `${folder}:${usualFolders}`, LC_ALL: 'C.UTF-8' };
    const options = { timeout: patience, env: environment };
    const version = /\d+(?:\.\d+)+/.exec((await run(binary, ['-V'], options)).stdout)?.[0] ?? 'unknown';
    const listed = (await run(binary, ['-d', data, '-l'], options)).stdout;
    return { binary, environment, version, modes: join(data, 'modes'), modeNames: listed.match(/[\w-]+/g) ?? [] };
  } catch {
    return undefined;
  }
}

/** The version of the Debian package that a mode's data belongs to, read from the paths in the mode. */
export async function dataVersion(mode: string): Promise<string> {
  const name = /\/(apertium-[a-z0-9-]+)\//.exec(mode)?.[1];
  if (name === undefined) return 'unknown';
  const asked = run('dpkg-query', ['-W', '-f=${Version}', name], { timeout: patience });
  return asked.then(
    ({ stdout }) => stdout.trim() || 'unpackaged',
    () => 'unpackaged',
  );
}
