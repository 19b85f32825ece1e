import { Injectable } from '@nestjs/common';
import { parseCheckpoint } from '../../../../shared/log/checkpoint.js';
import { attempt } from '../../../../shared/log/error.js';
import { parseVerifierKey, type VerifierKey } from '../../../../shared/log/key.js';
import { openNote } from '../../../../shared/log/note.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LogRepository } from './log.repository.js';
import { requireContinued, type SignedTree } from './rollback-guard.js';
import { SigningKeys } from './signing-keys.js';
import { WitnessClient } from './witness-client.js';
import { WitnessRepository } from './witness.repository.js';

/**
 * What others have of a log: a database that was restored from an older copy does not know what it signed since, and its
 * witnesses do. They are asked before the first signature after a start, and again when one seems to know more. Only what
 * the log itself has signed counts, so that no witness can stop it by a word; nor can one by its silence.
 */
@Injectable()
export class WitnessMemory {
  /** By log, what was found and is not compared yet; nothing of logs whose witnesses are still to be asked. */
  private readonly found = new Map<string, readonly SignedTree[]>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: LogRepository,
    private readonly witnesses: WitnessRepository,
    private readonly keys: SigningKeys,
    private readonly client: WitnessClient,
  ) {}

  /** Asks the witnesses of a log, all at once; does nothing where they were asked. */
  async ask(dyadId: string): Promise<void> {
    if (this.found.has(dyadId)) return;
    const known = await this.unitOfWork.run({ dyadId }, async (tx) => ({
      head: await this.log.headOf(tx, dyadId),
      newest: await this.log.newestCheckpoint(tx, dyadId),
      urls: (await this.witnesses.inOffice(tx, dyadId)).flatMap(({ url }) => url ?? []),
      keys: await this.keys.trustedKeys(tx, dyadId),
    }));
    const { head, newest } = known;
    if (!head) return;
    const shown = await Promise.all(known.urls.map((url) => this.client.shown(url, head.origin)));
    const keys = known.keys.map((key) => parseVerifierKey(logCrypto.sha256, key));
    const trees = [newest, ...shown].flatMap((note) => signedTree(note, head.origin, keys) ?? []);
    this.found.set(dyadId, trees);
  }

  /** Has the witnesses of a log asked again before it signs next. */
  forget(dyadId: string): void {
    this.found.delete(dyadId);
  }

  /**
   * @param rootAt the root that the stored tree had at an earlier size
   * @throws RolledBack when the log is behind what it signed, or another
   */
  async compare(dyadId: string, size: number, rootAt: (size: number) => Promise<Uint8Array>): Promise<void> {
    const trees = this.found.get(dyadId) ?? [];
    for (const tree of trees) await requireContinued(tree, size, rootAt);
    // What was compared once stays the beginning: the database sees to that.
    if (trees.length > 0) this.found.set(dyadId, []);
  }
}

/** What a note says that one of these keys of the log has signed; nothing where none has. */
function signedTree(note: string | undefined, origin: string, keys: readonly VerifierKey[]): SignedTree | undefined {
  const opened = note === undefined ? undefined : attempt(() => openNote(logCrypto, note, keys));
  const checkpoint = opened && attempt(() => parseCheckpoint(opened.text));
  return checkpoint?.origin === origin ? checkpoint : undefined;
}
