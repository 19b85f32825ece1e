import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

export interface PasskeyRow {
  readonly id: string;
  readonly account_id: string;
  readonly credential_id: string;
  readonly public_key: Buffer;
  readonly counter: string;
  readonly name: string;
  readonly added_at: Date;
  readonly last_used_at: Date | null;
}

export type AttemptKind = 'passkey_sign_in' | 'passkey_add' | 'oidc';

/** A sign-in that was begun and is to be finished by the same browser within minutes. */
export interface AttemptRow {
  readonly id: string;
  readonly kind: AttemptKind;
  readonly account_id: string | null;
  readonly secret: string;
  readonly expires_at: Date;
}

@Injectable()
export class CredentialRepository {
  passkeysOf(tx: Tx, accountId: string): Promise<PasskeyRow[]> {
    return tx.query<PasskeyRow>(`select * from passkey where account_id = $1 order by added_at, id`, [accountId]);
  }

  passkey(tx: Tx, credentialId: string): Promise<PasskeyRow | undefined> {
    return tx.one<PasskeyRow>(`select * from passkey where credential_id = $1 for update`, [credentialId]);
  }

  /** Whether it was added; false when the device's key is known already. */
  async addPasskey(tx: Tx, row: Omit<PasskeyRow, 'last_used_at'>): Promise<boolean> {
    const added = await tx.one(
      `insert into passkey (id, account_id, credential_id, public_key, counter, name, added_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (credential_id) do nothing returning id`,
      [row.id, row.account_id, row.credential_id, row.public_key, row.counter, row.name, row.added_at],
    );
    return added !== undefined;
  }

  async usedPasskey(tx: Tx, id: string, counter: number, at: Date): Promise<void> {
    await tx.query(`update passkey set counter = $2, last_used_at = $3 where id = $1`, [id, counter, at]);
  }

  async removePasskey(tx: Tx, accountId: string, id: string): Promise<boolean> {
    return (
      (await tx.one(`delete from passkey where account_id = $1 and id = $2 returning id`, [accountId, id])) !==
      undefined
    );
  }

  async begin(tx: Tx, attempt: AttemptRow): Promise<void> {
    await tx.query(
      `insert into sign_in_attempt (id, kind, account_id, secret, expires_at) values ($1, $2, $3, $4, $5)`,
      [attempt.id, attempt.kind, attempt.account_id, attempt.secret, attempt.expires_at],
    );
  }

  /** Takes an attempt out of the table: it can be finished once, in time, by the kind of step that began it. */
  finish(tx: Tx, id: string, kind: AttemptKind, now: Date): Promise<AttemptRow | undefined> {
    return tx.one<AttemptRow>(
      `delete from sign_in_attempt where id = $1 and kind = $2 and expires_at > $3 returning *`,
      [id, kind, now],
    );
  }

  async forgetAttempts(tx: Tx, now: Date): Promise<number> {
    return (await tx.query(`delete from sign_in_attempt where expires_at <= $1 returning id`, [now])).length;
  }

  async oidcAccount(tx: Tx, issuer: string, subject: string): Promise<string | undefined> {
    const row = await tx.one<{ account_id: string }>(
      `select account_id from oidc_link where issuer = $1 and subject = $2`,
      [issuer, subject],
    );
    return row?.account_id;
  }

  async linkOidc(tx: Tx, issuer: string, subject: string, accountId: string): Promise<void> {
    await tx.query(`insert into oidc_link (issuer, subject, account_id) values ($1, $2, $3) on conflict do nothing`, [
      issuer,
      subject,
      accountId,
    ]);
  }

  async isOidcLinked(tx: Tx, accountId: string): Promise<boolean> {
    return (await tx.one(`select 1 from oidc_link where account_id = $1`, [accountId])) !== undefined;
  }
}
