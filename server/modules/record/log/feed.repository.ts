import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';

/** A witness that has not signed what is published. */
export interface DueFeed {
  readonly dyadId: string;
  readonly verifierKey: string;
  /** Where the witness answers (C2SP tlog-witness). */
  readonly url: string;
  /** The size that the witness signed last, as far as we know. */
  readonly acknowledged: number;
}

/** Seconds after the first attempt that led to nothing; each further one doubles them. Longer than an attempt takes. */
const firstPause = 15;
const longestPause = 3600;
/** Seconds after which a witness that signed is sent the next checkpoint: what comes meanwhile goes into that one. */
const rest = 1;
/** How many are taken at once. */
const batch = 32;

/** How far the witnesses with an address have been told. */
@Injectable()
export class FeedRepository {
  constructor(private readonly clock: Clock) {}

  /**
   * Takes those who are due, for whoever asks first: none is due again before its pause is over. The pause is that after
   * a failure, so an attempt that nobody ends needs nobody to clean up.
   */
  due(tx: Tx): Promise<DueFeed[]> {
    return tx.query<DueFeed>(
      `with due as (
         select f.dyad_id, f.verifier_key, w.url from log_feed f
         join log_witness w using (dyad_id, verifier_key)
         join log_head h using (dyad_id)
         where f.next_at <= $1 and f.acknowledged < h.published_size and w.url is not null
         order by f.next_at, f.verifier_key limit $4 for update of f skip locked)
       update log_feed f set attempts = f.attempts + 1,
         next_at = $1::timestamptz + least($3, $2 * power(2, least(f.attempts, 20))) * interval '1 second'
       from due where f.dyad_id = due.dyad_id and f.verifier_key = due.verifier_key
       returning f.dyad_id as "dyadId", f.verifier_key as "verifierKey", due.url, f.acknowledged`,
      [this.clock.now(), firstPause, longestPause, batch],
    );
  }

  /** The witness has signed this size: it may be sent the next one from then on. */
  async acknowledge(tx: Tx, { dyadId, verifierKey }: DueFeed, size: number): Promise<void> {
    await tx.query(
      `update log_feed set acknowledged = greatest(acknowledged, $3), attempts = 0, next_at = $4
       where dyad_id = $1 and verifier_key = $2`,
      [dyadId, verifierKey, size, this.clock.in({ seconds: rest })],
    );
  }
}
