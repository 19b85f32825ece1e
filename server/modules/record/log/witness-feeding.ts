import { Injectable } from '@nestjs/common';
import { consistencyPlan, proofOf } from '../../../../shared/log/proof.js';
import type { AddCheckpoint } from '../../../../shared/log/witness-request.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Cosigning } from './cosigning.js';
import type { DueFeed } from './feed.repository.js';
import { LogRepository } from './log.repository.js';
import { StoredTiles } from './stored-tiles.js';
import { WitnessClient, type WitnessReply } from './witness-client.js';
import { WitnessMemory } from './witness-memory.js';

/** What is sent, with its size. */
interface Sending extends AddCheckpoint {
  readonly size: number;
}

/** How it went. */
export type Fed =
  /** The size that the witness has signed. */
  | { readonly signed: number }
  /** It says that it has more than the log, or another. */
  | { readonly contradicted: true }
  /** The status of its answer, or 0 where that is none. */
  | { readonly refused: number };

/** A proof does not fit what the witness has (C2SP tlog-witness). */
const inconsistent = 422;

/** Sends the newest checkpoint to a witness and keeps what it signs. What was to be sent earlier is nobody's concern any more. */
@Injectable()
export class WitnessFeeding {
  private readonly tiles: StoredTiles;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: LogRepository,
    private readonly cosigning: Cosigning,
    private readonly client: WitnessClient,
    private readonly memory: WitnessMemory,
  ) {
    this.tiles = new StoredTiles(log);
  }

  /** @throws Error where nobody answers in time; Failure `record.not_cosigned` where what comes back does not hold */
  async feed({ dyadId, url, acknowledged }: DueFeed): Promise<Fed> {
    const sending = await this.sending(dyadId, acknowledged);
    const reply = sending && (await this.client.add(url, sending));
    if (!sending || !reply) return this.contradicted(dyadId);
    if (!('size' in reply)) return this.taken(dyadId, sending, reply);
    // Somebody else told the witness, or it lost what it had: once more, from where it is.
    const again = await this.sending(dyadId, reply.size);
    if (!again) return this.contradicted(dyadId);
    return this.taken(dyadId, again, await this.client.add(url, again));
  }

  /** The newest checkpoint with the proof from a size on; nothing where the log is smaller than that. */
  private sending(dyadId: string, old: number): Promise<Sending | undefined> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const size = (await this.log.headOf(tx, dyadId))?.publishedSize ?? 0;
      const checkpoint = await this.log.checkpoint(tx, dyadId, size);
      if (checkpoint === undefined || old > size) return undefined;
      const plan = consistencyPlan({ from: old, to: size });
      const read = await this.tiles.reader(tx, dyadId, size, plan.flat());
      return { size, old, proof: proofOf(logCrypto.sha256, plan, read), checkpoint };
    });
  }

  private async taken(dyadId: string, { size }: Sending, reply: WitnessReply): Promise<Fed> {
    if (reply.status === inconsistent) return this.contradicted(dyadId);
    if (!('lines' in reply)) return { refused: reply.status };
    await this.unitOfWork.run({ dyadId }, (tx) => this.cosigning.take(tx, dyadId, { size, lines: reply.lines }));
    return { signed: size };
  }

  /** Anybody may say so; what the log itself has signed decides, and is looked at before it signs again. */
  private contradicted(dyadId: string): Fed {
    this.memory.forget(dyadId);
    return { contradicted: true };
  }
}
