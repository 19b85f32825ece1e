import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

/** An account as its own module needs it. */
export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly password_hash: string | null;
  readonly language: string;
  readonly email_sealed: Buffer | null;
  readonly guarded: boolean;
  readonly totp_sealed: Buffer | null;
  readonly totp_pending: Buffer | null;
  readonly totp_last_step: string | null;
}

export interface NewAccount {
  readonly id: string;
  readonly login: string;
  readonly passwordHash: string | null;
  readonly language: string;
}

@Injectable()
export class AccountRepository {
  byId(tx: Tx, id: string): Promise<AccountRow | undefined> {
    return tx.one<AccountRow>(`select * from account where id = $1`, [id]);
  }

  /** The same, kept from changing until the transaction ends. */
  lock(tx: Tx, id: string): Promise<AccountRow | undefined> {
    return tx.one<AccountRow>(`select * from account where id = $1 for update`, [id]);
  }

  byLogin(tx: Tx, login: string): Promise<AccountRow | undefined> {
    return tx.one<AccountRow>(`select * from account where login = $1`, [login.toLowerCase()]);
  }

  /** Whether it was added; false when the login is taken. */
  async add(tx: Tx, account: NewAccount): Promise<boolean> {
    const added = await tx.one(
      `insert into account (id, login, password_hash, language) values ($1, $2, $3, $4) on conflict (login) do nothing returning id`,
      [account.id, account.login, account.passwordHash, account.language],
    );
    return added !== undefined;
  }

  async setPassword(tx: Tx, id: string, hash: string): Promise<void> {
    await tx.query(`update account set password_hash = $2 where id = $1`, [id, hash]);
  }

  async setLanguage(tx: Tx, id: string, language: string): Promise<void> {
    await tx.query(`update account set language = $2 where id = $1`, [id, language]);
  }

  async setEmail(tx: Tx, id: string, sealed: Buffer | null, index: Buffer | null): Promise<void> {
    // Who gives an address that another account has, keeps it and is not found by it. Any other answer would tell who is
    // here; and since nobody proved that the address is theirs, the first to give it has no right to keep others from it.
    await tx.query(
      `update account set email_sealed = $2,
         email_index = case when exists (select from account other where other.email_index = $3 and other.id <> $1)
                       then null else $3::bytea end
       where id = $1`,
      [id, sealed, index],
    );
  }

  async setGuarded(tx: Tx, id: string, guarded: boolean): Promise<void> {
    await tx.query(`update account set guarded = $2 where id = $1`, [id, guarded]);
  }

  async setPendingTotp(tx: Tx, id: string, sealed: Buffer): Promise<void> {
    await tx.query(`update account set totp_pending = $2 where id = $1`, [id, sealed]);
  }

  async confirmTotp(tx: Tx, id: string, sealed: Buffer, step: number): Promise<void> {
    await tx.query(`update account set totp_sealed = $2, totp_pending = null, totp_last_step = $3 where id = $1`, [
      id,
      sealed,
      step,
    ]);
  }

  async removeTotp(tx: Tx, id: string): Promise<void> {
    await tx.query(`update account set totp_sealed = null, totp_pending = null, totp_last_step = null where id = $1`, [
      id,
    ]);
  }

  /** Marks a time step as used; false when it, or a later one, was used before. */
  async useTotpStep(tx: Tx, id: string, step: number): Promise<boolean> {
    const used = await tx.one(
      `update account set totp_last_step = $2 where id = $1 and (totp_last_step is null or totp_last_step < $2) returning id`,
      [id, step],
    );
    return used !== undefined;
  }

  async replaceRecoveryCodes(tx: Tx, id: string, hashes: readonly Buffer[]): Promise<void> {
    await this.removeRecoveryCodes(tx, id);
    await tx.query(`insert into recovery_code (account_id, code_hash) select $1, unnest($2::bytea[])`, [
      id,
      [...hashes],
    ]);
  }

  async useRecoveryCode(tx: Tx, id: string, hash: Buffer): Promise<boolean> {
    const used = await tx.one(
      `delete from recovery_code where account_id = $1 and code_hash = $2 returning account_id`,
      [id, hash],
    );
    return used !== undefined;
  }

  async removeRecoveryCodes(tx: Tx, id: string): Promise<void> {
    await tx.query(`delete from recovery_code where account_id = $1`, [id]);
  }

  async recoveryCodesLeft(tx: Tx, id: string): Promise<number> {
    const row = await tx.one<{ left: number }>(
      `select count(*)::int as left from recovery_code where account_id = $1`,
      [id],
    );
    return row?.left ?? 0;
  }
}
