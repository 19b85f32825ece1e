import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** Who looks at a log on behalf of one side. The key is theirs; we know what verifies it. */
export interface Witness {
  readonly verifierKey: string;
  readonly side: 'a' | 'b';
  /** The name of the organisation, by language. */
  readonly name: Readonly<Record<string, string>>;
  /** Where checkpoints are sent to (C2SP tlog-witness); nothing for those who fetch them themselves. */
  readonly url: string | null;
  /** The day of their latest cosignature. */
  readonly cosignedOn: string | null;
}

/** A cosignature as it stands in a note. */
export interface Cosigning {
  readonly size: number;
  readonly verifierKey: string;
  readonly line: string;
  readonly at: Date;
}

/** The witnesses of logs, and what they signed. */
@Injectable()
export class WitnessRepository {
  /** Those in office, in the order in which they came; of one day, by their keys, which favours no side. */
  inOffice(tx: Tx, dyadId: string): Promise<Witness[]> {
    return tx.query<Witness>(
      `select w.verifier_key as "verifierKey", w.side, w.name, w.url,
         (select to_char(max(c.signed_at) at time zone 'UTC', 'YYYY-MM-DD') from log_cosignature c
          where c.dyad_id = w.dyad_id and c.witness = w.verifier_key) as "cosignedOn"
       from log_witness w where w.dyad_id = $1 and w.removed_on is null order by w.since, w.verifier_key`,
      [dyadId],
    );
  }

  /** The verifier keys of all that there ever were. */
  async everyKey(tx: Tx, dyadId: string): Promise<string[]> {
    const rows = await tx.query<{ verifierKey: string }>(
      `select verifier_key as "verifierKey" from log_witness where dyad_id = $1`,
      [dyadId],
    );
    return rows.map(({ verifierKey }) => verifierKey);
  }

  /** Those who have an address are sent checkpoints from now on. */
  async add(tx: Tx, dyadId: string, witness: Omit<Witness, 'cosignedOn'>, since: string): Promise<void> {
    await tx.query(
      `insert into log_witness (dyad_id, verifier_key, side, name, url, since) values ($1, $2, $3, $4, $5, $6)`,
      [dyadId, witness.verifierKey, witness.side, JSON.stringify(witness.name), witness.url, since],
    );
    if (witness.url !== null)
      await tx.query(`insert into log_feed (dyad_id, verifier_key) values ($1, $2)`, [dyadId, witness.verifierKey]);
  }

  async remove(tx: Tx, dyadId: string, verifierKey: string, on: string): Promise<void> {
    await tx.query(`update log_witness set removed_on = $3 where dyad_id = $1 and verifier_key = $2`, [
      dyadId,
      verifierKey,
      on,
    ]);
    await tx.query(`delete from log_feed where dyad_id = $1 and verifier_key = $2`, [dyadId, verifierKey]);
  }

  /** Keeps a cosignature; the same one again changes nothing. */
  async cosign(tx: Tx, dyadId: string, { size, verifierKey, line, at }: Cosigning): Promise<void> {
    await tx.query(
      `insert into log_cosignature (dyad_id, size, witness, line, signed_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [dyadId, size, verifierKey, line, at],
    );
  }

  /** The newest line of each witness under a checkpoint. */
  async linesUnder(tx: Tx, dyadId: string, size: number): Promise<string[]> {
    const rows = await tx.prepared<{ line: string }>(
      `select distinct on (witness) line from log_cosignature where dyad_id = $1 and size = $2
       order by witness, signed_at desc`,
      [dyadId, size],
    );
    return rows.map(({ line }) => line);
  }

  /** The largest tree that a witness in office of each side has signed. */
  async witnessedSize(tx: Tx, slug: string): Promise<number | undefined> {
    const [row] = await tx.prepared<{ size: number }>(
      `select c.size from log_cosignature c
       join log_witness w on w.dyad_id = c.dyad_id and w.verifier_key = c.witness and w.removed_on is null
       where c.dyad_id = (select id from dyad where slug = $1)
       group by c.size having count(distinct w.side) = 2 order by c.size desc limit 1`,
      [slug],
    );
    return row?.size;
  }
}
