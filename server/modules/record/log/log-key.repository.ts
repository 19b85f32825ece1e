import { Injectable } from '@nestjs/common';
import type { RevocationReason } from '../../../../shared/record/key.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Tx } from '../../../platform/database/tx.js';

const dayMilliseconds = 86_400_000;

/** A key of a log, which verifies what it signs. */
export interface LogKeyRow {
  readonly verifierKey: string;
  /** What opens to the private key; nothing where that is held elsewhere. */
  readonly sealed: Buffer | null;
  readonly since: string;
  /** The first day on which it does not sign; nothing for the one that signs until it is changed. */
  readonly retiresOn: string | null;
  /** Why it signs no more, where it was not simply changed. */
  readonly revoked: RevocationReason | null;
}

const columns = `verifier_key as "verifierKey", sealed, to_char(since, 'YYYY-MM-DD') as since,
  to_char(retired_on, 'YYYY-MM-DD') as "retiresOn", revoked`;

/** The keys that each log had and has. Whether one signs is a question of the day, which the clock knows and no row. */
@Injectable()
export class LogKeyRepository {
  constructor(private readonly clock: Clock) {}

  /** All that a log ever had; those that sign the longest are the last. */
  all(tx: Tx, dyadId: string): Promise<LogKeyRow[]> {
    return tx.prepared<LogKeyRow>(
      `select ${columns} from log_key where dyad_id = $1 order by retired_on nulls last, since, verifier_key`,
      [dyadId],
    );
  }

  /** Those that sign today: one, two while the key is changed, none after the last was revoked. */
  async inUse(tx: Tx, dyadId: string): Promise<LogKeyRow[]> {
    const today = this.today();
    return (await this.all(tx, dyadId)).filter(({ retiresOn }) => retiresOn === null || retiresOn > today);
  }

  /** The logs that there are. */
  logs(tx: Tx): Promise<{ readonly dyadId: string; readonly origin: string }[]> {
    return tx.query(`select dyad_id as "dyadId", origin from log_head order by dyad_id`);
  }

  async add(tx: Tx, dyadId: string, verifierKey: string, sealed: Buffer | null): Promise<void> {
    await tx.query(`insert into log_key (dyad_id, verifier_key, sealed, since) values ($1, $2, $3, $4)`, [
      dyadId,
      verifierKey,
      sealed,
      this.today(),
    ]);
  }

  /** In so many days. @returns the first day on which it does not sign */
  async retire(tx: Tx, dyadId: string, verifierKey: string, days: number): Promise<string> {
    const on = dayOf(new Date(this.clock.now().getTime() + days * dayMilliseconds));
    await tx.query(`update log_key set retired_on = $3 where dyad_id = $1 and verifier_key = $2`, [
      dyadId,
      verifierKey,
      on,
    ]);
    return on;
  }

  /** From now on; nothing undoes it. */
  async revoke(tx: Tx, dyadId: string, verifierKey: string, reason: RevocationReason): Promise<void> {
    await tx.query(
      `update log_key set retired_on = $3, revoked = $4, left_policy_on = $3
       where dyad_id = $1 and verifier_key = $2`,
      [dyadId, verifierKey, this.today(), reason],
    );
  }

  /** The logs with a key that retired by its day, of which the log has not said so yet. */
  async unsaid(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ dyadId: string }>(
      `select distinct dyad_id as "dyadId" from log_key where retired_on <= $1 and left_policy_on is null`,
      [this.today()],
    );
    return rows.map(({ dyadId }) => dyadId);
  }

  /** Notes that the log says so. @returns false where it did already */
  async sayRetired(tx: Tx, dyadId: string): Promise<boolean> {
    const rows = await tx.query(
      `update log_key set left_policy_on = $2
       where dyad_id = $1 and retired_on <= $2 and left_policy_on is null returning verifier_key`,
      [dyadId, this.today()],
    );
    return rows.length > 0;
  }

  private today(): string {
    return dayOf(this.clock.now());
  }
}
