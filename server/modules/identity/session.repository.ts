import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

export type SignInWay = 'password' | 'passkey' | 'oidc';

export interface SessionRow {
  readonly id: string;
  readonly account_id: string;
  readonly how: SignInWay;
  readonly pending: boolean;
  readonly strong: boolean;
  readonly opened_at: Date;
  readonly proved_at: Date;
  readonly last_seen_at: Date;
}

/** A session with what its account says about it: enough to know who somebody is in one query. */
export interface LivingSession extends SessionRow {
  readonly login: string;
  readonly language: string;
  readonly guarded: boolean;
  readonly has_second_factor: boolean;
}

@Injectable()
export class SessionRepository {
  byToken(tx: Tx, tokenHash: Buffer): Promise<LivingSession | undefined> {
    return tx.one<LivingSession>(
      `select s.id, s.account_id, s.how, s.pending, s.strong, s.opened_at, s.proved_at, s.last_seen_at,
              a.login, a.language, a.guarded,
              a.totp_sealed is not null or exists (select from passkey p where p.account_id = a.id) as has_second_factor
       from session s join account a on a.id = s.account_id where s.token_hash = $1`,
      [tokenHash],
    );
  }

  ofAccount(tx: Tx, accountId: string): Promise<SessionRow[]> {
    return tx.query<SessionRow>(`select * from session where account_id = $1 order by last_seen_at desc`, [accountId]);
  }

  async add(tx: Tx, session: SessionRow, tokenHash: Buffer): Promise<void> {
    const { id, account_id, how, pending, strong, opened_at, proved_at, last_seen_at } = session;
    await tx.query(
      `insert into session (id, token_hash, account_id, how, pending, strong, opened_at, proved_at, last_seen_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, tokenHash, account_id, how, pending, strong, opened_at, proved_at, last_seen_at],
    );
  }

  async seen(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(`update session set last_seen_at = $2 where id = $1`, [id, at]);
  }

  /** Ends one session of an account; false when there was none. */
  async end(tx: Tx, accountId: string, id: string): Promise<boolean> {
    return (
      (await tx.one(`delete from session where account_id = $1 and id = $2 returning id`, [accountId, id])) !==
      undefined
    );
  }

  async endAll(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`delete from session where account_id = $1`, [accountId]);
  }

  async endOthers(tx: Tx, accountId: string, kept: string): Promise<void> {
    await tx.query(`delete from session where account_id = $1 and id <> $2`, [accountId, kept]);
  }

  /** Deletes what is past every limit; how many. */
  async forget(tx: Tx, openedBefore: Date): Promise<number> {
    return (await tx.query(`delete from session where opened_at < $1 returning id`, [openedBefore])).length;
  }
}
