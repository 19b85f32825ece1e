import { mkdirSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { base64, fromBase64, sameBytes } from '../../../../shared/log/encoding.js';

const state = z.strictObject({ size: z.int().positive(), root: z.string() });

/** The largest tree that was signed, as far as the second memory knows. */
export interface SignedTree {
  readonly size: number;
  readonly root: Uint8Array;
}

/** The log is behind what was signed, or another than was signed: signing now would tell two stories. */
export class RolledBack extends Error {
  override readonly name = 'RolledBack';
}

/**
 * Compares a log of some size with a tree that was signed of it.
 * @param rootAt the root that the stored tree had at an earlier size; not given where only the size is in question
 * @throws RolledBack
 */
export async function requireContinued(
  signed: SignedTree,
  size: number,
  rootAt?: (size: number) => Promise<Uint8Array>,
): Promise<void> {
  if (signed.size > size) throw new RolledBack(`The log has ${size} entries, and ${signed.size} were signed`);
  if (rootAt && !sameBytes(await rootAt(signed.size), signed.root))
    throw new RolledBack(`The first ${signed.size} entries are others than those that were signed`);
}

/**
 * A second memory of what was signed last, outside the database (standard: the rollback guard). A database that was restored
 * from an older copy does not know what it signed since; the file does, and then nothing is signed. It has to lie on
 * another volume than the database to be of any use against the loss of one.
 *
 * Nodes that share the folder take turns: whoever writes holds the row of the log's head.
 */
export class RollbackGuard {
  /** What this process wrote or compared last, by log: only what others wrote is compared again. */
  private readonly compared = new Map<string, string>();

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /**
   * Compares the head with what was signed.
   * @param rootAt the root that the stored tree had at an earlier size
   * @throws RolledBack
   */
  async compare(dyadId: string, size: number, rootAt: (size: number) => Promise<Uint8Array>): Promise<void> {
    const text = this.read(dyadId);
    if (text === undefined) return;
    // A log that was compared once and has only grown since begins as it did: the database sees to that.
    const isNew = text !== this.compared.get(dyadId);
    await requireContinued(signedTree(text), size, isNew ? rootAt : undefined);
    this.compared.set(dyadId, text);
  }

  /** Remembers what is about to be signed. Durable when it returns: a file is written whole, and then takes its place. */
  async remember(dyadId: string, { size, root }: SignedTree): Promise<void> {
    const text = JSON.stringify({ size, root: base64(root) });
    const [file, next] = [this.file(dyadId), `${this.file(dyadId)}.next`];
    const handle = await open(next, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(next, file);
    await this.keepName();
    this.compared.set(dyadId, text);
  }

  /** The name of a file is durable once its folder is. */
  private async keepName(): Promise<void> {
    const folder = await open(this.folder, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  private read(dyadId: string): string | undefined {
    try {
      return readFileSync(this.file(dyadId), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  private file(dyadId: string): string {
    return join(this.folder, `${dyadId}.json`);
  }
}

function signedTree(text: string): SignedTree {
  const { size, root } = state.parse(JSON.parse(text));
  return { size, root: fromBase64(root) };
}
