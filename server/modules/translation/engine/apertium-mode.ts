import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A change to a pipeline: a script for `sed` that the stream of analysed words goes through. */
interface Repair {
  /** The end of the stage after which it is put in. */
  readonly after: string;
  readonly script: string;
}

/**
 * Debian's mkd-bul takes the Macedonian "не" (not) for a pronoun and "и" (and) for another, so every sentence denied
 * with "не" comes out affirmed. These rules give both words their one reading, right after the analyser.
 */
const repairs: Readonly<Record<string, Repair>> = {
  'mkd-bul': {
    after: "mkd-bul.rlx.bin'",
    script: ['s:\\^([Нн][Ее])/[^$]*\\$:^\\1/\\1<adv>$:g', 's:\\^([Ии])/[^$]*\\$:^\\1/\\1<cnjcoo>$:g', ''].join('\n'),
  },
};

/** A mode (pipeline) of Apertium as it is run here: in our own folder, repaired where it needs repair. */
export interface PreparedMode {
  /** What Apertium is told to take its modes from. */
  readonly folder: string;
  /** The pipeline, with the paths of the data it reads. */
  readonly pipeline: string;
  /** Tells one pipeline from another in the version of a translation. */
  readonly digest: string;
}

/** Where our own modes are written. */
export const modesIn = (folder: string): string => join(folder, 'modes');

/**
 * Writes the mode of a pair into a folder of our own. No language data is copied: modes only name it.
 * @returns nothing when a repair does not fit the mode that is installed, since unrepaired it would mislead
 */
export async function prepareMode(name: string, installed: string, folder: string): Promise<PreparedMode | undefined> {
  const original = (await readFile(join(installed, `${name}.mode`), 'utf8')).trim();
  const repair = repairs[name];
  if (repair && !original.includes(repair.after)) return undefined;
  await mkdir(modesIn(folder), { recursive: true });
  const script = join(folder, `${name}.sed`);
  if (repair) await replace(script, repair.script);
  const pipeline = repair
    ? original.replace(repair.after, () => `${repair.after} | sed -uzE -f ${quoted(script)}`)
    : original;
  await replace(join(modesIn(folder), `${name}.mode`), `${pipeline}\n`);
  const digest = createHash('sha256')
    .update(`${original}\n${repair?.script ?? ''}`)
    .digest('hex')
    .slice(0, 8);
  return { folder, pipeline, digest };
}

/** In one step, since another process may be reading the file. */
async function replace(file: string, content: string): Promise<void> {
  const fresh = `${file}.${randomUUID()}`;
  await writeFile(fresh, content, { mode: 0o755 });
  await rename(fresh, file);
}

/** Modes are read by a shell. */
const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`)}'`;
