import { Injectable } from '@nestjs/common';
import { create as qrCode } from 'qrcode';
import { Failure } from '../../../shared/contract/failure.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccountRepository, type AccountRow } from './account.repository.js';
import { CredentialRepository } from './credential.repository.js';
import { PasswordHasher } from './password-hasher.js';
import { requireGoodPassword } from './password.policy.js';
import { SecondFactorService } from './second-factor.service.js';

/** Changing what protects an account: password, one-time codes, recovery codes, passkeys. */
@Injectable()
export class ProtectionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly credentials: CredentialRepository,
    private readonly hasher: PasswordHasher,
    private readonly secondFactor: SecondFactorService,
  ) {}

  async changePassword(accountId: string, password: string): Promise<void> {
    const account = await this.unitOfWork.run('all dyads', (tx) => this.require(tx, accountId));
    requireGoodPassword(password, account.login);
    const hash = await this.hasher.hash(password);
    await this.unitOfWork.run('all dyads', (tx) => this.accounts.setPassword(tx, accountId, hash));
  }

  /** @throws Failure `sign_in.refused`, also when there is no such login: the answer never tells. */
  async recover(login: string, code: string, password: string): Promise<string> {
    requireGoodPassword(password, login.toLowerCase());
    const hash = await this.hasher.hash(password);
    return this.unitOfWork.run('all dyads', async (tx) => {
      const account = await this.accounts.byLogin(tx, login);
      // A recovery code stands in for the lost password only; whoever has a second factor still proves it at sign-in.
      const typed = code.replace(/[\s-]/g, '');
      const right = account && !/^\d{6}$/.test(typed) && (await this.secondFactor.take(tx, account, typed));
      if (!account || !right) throw new Failure('sign_in.refused');
      await this.accounts.setPassword(tx, account.id, hash);
      // One page of printed codes must not open what is asked of those who decide about others: the rest is void.
      if (account.guarded) await this.accounts.removeRecoveryCodes(tx, account.id);
      return account.id;
    });
  }

  beginTotp(accountId: string): Promise<{ secret: string; address: string; picture: string[] }> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const account = await this.require(tx, accountId);
      if (account.totp_sealed) throw new Failure('account.second_factor_exists');
      const begun = await this.secondFactor.begin(tx, account);
      return { ...begun, picture: picture(begun.address) };
    });
  }

  confirmTotp(accountId: string, code: string): Promise<string[]> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const account = await this.require(tx, accountId);
      if (account.totp_sealed) throw new Failure('account.second_factor_exists');
      if (!(await this.secondFactor.confirm(tx, account, code))) throw new Failure('sign_in.code_refused');
      return this.secondFactor.renewRecoveryCodes(tx, accountId);
    });
  }

  async removeTotp(accountId: string): Promise<void> {
    await this.unitOfWork.run('all dyads', async (tx) => {
      const account = await this.require(tx, accountId);
      const passkeys = await this.credentials.passkeysOf(tx, accountId);
      if (account.guarded && passkeys.length === 0) throw new Failure('account.second_factor_required');
      await this.accounts.removeTotp(tx, accountId);
    });
  }

  /** @throws Failure when it is the last way in, or the last second factor of somebody who needs one. */
  async removePasskey(accountId: string, passkeyId: string): Promise<void> {
    await this.unitOfWork.run('all dyads', async (tx) => {
      const account = await this.require(tx, accountId);
      const last = (await this.credentials.passkeysOf(tx, accountId)).length <= 1;
      const otherWay = account.password_hash !== null || (await this.credentials.isOidcLinked(tx, accountId));
      if (last && !otherWay) throw new Failure('account.last_way_in');
      if (last && account.guarded && !account.totp_sealed) throw new Failure('account.second_factor_required');
      if (!(await this.credentials.removePasskey(tx, accountId, passkeyId))) throw new Failure('request.not_found');
    });
  }

  renewRecoveryCodes(accountId: string): Promise<string[]> {
    return this.unitOfWork.run('all dyads', (tx) => this.secondFactor.renewRecoveryCodes(tx, accountId));
  }

  /** Locked, so that of two changes at once the second sees what the first left. */
  private async require(tx: Tx, accountId: string): Promise<AccountRow> {
    const account = await this.accounts.lock(tx, accountId);
    if (!account) throw new Failure('session.needed');
    return account;
  }
}

/** The QR code as rows of 1 (dark) and 0 (light). */
function picture(text: string): string[] {
  const { modules } = qrCode(text, { errorCorrectionLevel: 'M' });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (__, column) => (modules.get(row, column) ? '1' : '0')).join(''),
  );
}
