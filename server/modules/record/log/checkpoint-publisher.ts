import { Injectable } from '@nestjs/common';
import { formatCheckpoint } from '../../../../shared/log/checkpoint.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Readiness } from '../../../platform/http/readiness.js';
import { Log } from '../../../platform/logging/log.js';
import { LogRepository, type LogHead } from './log.repository.js';
import { RolledBack } from './rollback-guard.js';
import { SignedBefore } from './signed-before.js';
import { KeyProblem } from './signer.js';
import { SigningKeys } from './signing-keys.js';

/** Signs trees that are stored, and never two trees of one size: what was signed once stays the beginning of all to come. */
@Injectable()
export class CheckpointPublisher {
  /** The logs that are not signed any more, until somebody looks. */
  private readonly stopped = new Set<string>();

  constructor(
    private readonly log: LogRepository,
    private readonly keys: SigningKeys,
    private readonly before: SignedBefore,
    private readonly journal: Log,
    readiness: Readiness,
  ) {
    readiness.watch(() => (this.stopped.size > 0 ? ['record'] : []));
  }

  /** Asks the witnesses of these logs what they have, where they were not asked since the server started. */
  async ask(dyads: readonly string[]): Promise<void> {
    await Promise.all(dyads.map((dyadId) => this.before.ask(dyadId)));
  }

  /** Does a turn for a log; one that cannot go on does not keep others waiting. */
  async guarded(dyadId: string, turn: () => Promise<boolean>): Promise<boolean> {
    try {
      const isMore = await turn();
      this.stopped.delete(dyadId);
      return isMore;
    } catch (error) {
      if (!this.stopped.has(dyadId)) this.journal.error(eventOf(error), { dyad: dyadId, error });
      this.stopped.add(dyadId);
      return false;
    }
  }

  /** @throws RolledBack when the log is not what was signed */
  compare(tx: Tx, head: LogHead): Promise<void> {
    return this.before.compare(tx, head);
  }

  /**
   * Signs what is stored; from then on it is served. The second memory knows of it before anybody else does. A log that has
   * no key left is well, as far as it goes: what is stored waits for the next key.
   */
  async publish(tx: Tx, dyadId: string): Promise<void> {
    const head = await this.log.locked(tx, dyadId);
    if (!head || head.publishedSize === head.size) return;
    await this.compare(tx, head);
    const note = await this.keys.sign(tx, dyadId, head.origin, formatCheckpoint(head));
    if (note === undefined) return;
    await this.log.addCheckpoint(tx, head, note);
    await this.log.move(tx, { ...head, publishedSize: head.size });
    await this.before.remember(head);
  }
}

/** What the journal calls it: whoever runs the server has other things to do about each. */
function eventOf(error: unknown): string {
  if (error instanceof RolledBack) return 'record.rolled_back';
  return error instanceof KeyProblem ? 'record.not_signed' : 'record.sequencing_failed';
}
