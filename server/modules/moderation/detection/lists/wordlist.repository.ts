import { Injectable } from '@nestjs/common';
import type { WordEntry } from '../../../../../shared/moderation/detection/wordlist.schema.js';
import type { Tx } from '../../../../platform/database/tx.js';

export interface WordlistRow {
  readonly language: string;
  readonly version: number;
  readonly entries: readonly WordEntry[];
  readonly adoptedAt: Date;
}

export interface AllowedHostsRow {
  readonly version: number;
  readonly hosts: readonly string[];
  readonly adoptedAt: Date;
}

/** A version as an act of both sides makes it. */
export interface NewVersion {
  readonly version: number;
  readonly actId: string;
  readonly adoptedAt: Date;
}

/** Lists in every version; versions are added and never changed. */
@Injectable()
export class WordlistRepository {
  /** Keeps others from changing the lists of a dyad until the end of the transaction. */
  async lock(tx: Tx, dyadId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7062007))`, [dyadId]);
  }

  /** The newest version of each language, in the order of their codes. */
  latest(tx: Tx, dyadId: string): Promise<WordlistRow[]> {
    return tx.query<WordlistRow>(
      `select distinct on (language) language, version, entries, adopted_at as "adoptedAt" from wordlist
       where dyad_id = $1 order by language, version desc`,
      [dyadId],
    );
  }

  /** Which versions are the newest, without what they say. */
  versions(tx: Tx, dyadId: string): Promise<Pick<WordlistRow, 'language' | 'version'>[]> {
    return tx.query(
      `select language, max(version) as version from wordlist where dyad_id = $1 group by language order by language`,
      [dyadId],
    );
  }

  async add(
    tx: Tx,
    dyadId: string,
    { language, entries, version, actId, adoptedAt }: NewVersion & Pick<WordlistRow, 'language' | 'entries'>,
  ): Promise<void> {
    await tx.query(
      `insert into wordlist (dyad_id, language, version, entries, act_id, adopted_at) values ($1, $2, $3, $4, $5, $6)`,
      [dyadId, language, version, JSON.stringify(entries), actId, adoptedAt],
    );
  }

  latestHosts(tx: Tx, dyadId: string): Promise<AllowedHostsRow | undefined> {
    return tx.one<AllowedHostsRow>(
      `select version, hosts, adopted_at as "adoptedAt" from allowed_hosts where dyad_id = $1
       order by version desc limit 1`,
      [dyadId],
    );
  }

  async addHosts(
    tx: Tx,
    dyadId: string,
    { hosts, version, actId, adoptedAt }: NewVersion & Pick<AllowedHostsRow, 'hosts'>,
  ): Promise<void> {
    await tx.query(
      `insert into allowed_hosts (dyad_id, version, hosts, act_id, adopted_at) values ($1, $2, $3, $4, $5)`,
      [dyadId, version, hosts, actId, adoptedAt],
    );
  }
}
