import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Log } from '../../platform/logging/log.js';
import { AccountRepository, type AccountRow } from './account.repository.js';
import { PasswordHasher } from './password-hasher.js';
import { SessionsService, type OpenedSession } from './sessions.service.js';

/** Signing in with a password, and proving the rest. Whatever is wrong, the answer is the same. */
@Injectable()
export class SignInService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionsService,
    private readonly log: Log,
  ) {}

  /** @throws Failure `sign_in.refused`, also when there is no such account. */
  async withPassword(login: string, password: string): Promise<OpenedSession> {
    const found = await this.unitOfWork.run('all dyads', (tx) => this.accounts.byLogin(tx, login));
    const stored = found?.password_hash ?? undefined;
    if (!(await this.hasher.matches(stored, password)) || !found || stored === undefined) throw this.refused(found);
    const better = this.hasher.isOutdated(stored) ? await this.hasher.hash(password) : undefined;
    return this.unitOfWork.run('all dyads', async (tx) => {
      const account = await this.withPasswordStill(tx, found, stored);
      if (better !== undefined) await this.accounts.setPassword(tx, account.id, better);
      return this.sessions.open(tx, account.id, {
        how: 'password',
        strong: false,
        pending: account.totp_sealed !== null,
      });
    });
  }

  /** Proves again who one is. @throws Failure `sign_in.refused`. */
  async proveAgain(token: string | undefined, password: string): Promise<OpenedSession> {
    const found = await this.unitOfWork.run('all dyads', async (tx) => {
      const session = await this.sessions.find(tx, token);
      return session && { session, account: await this.accounts.byId(tx, session.account_id) };
    });
    const stored = found?.account?.password_hash ?? undefined;
    if (!(await this.hasher.matches(stored, password)) || !found) throw this.refused(found?.account);
    return this.unitOfWork.run('all dyads', async (tx) => {
      await this.withPasswordStill(tx, found.account, stored);
      return this.sessions.renewProved(tx, found.session);
    });
  }

  /** The account as it is now, locked. Checking takes long; who changed the password meanwhile did so for a reason. */
  private async withPasswordStill(
    tx: Tx,
    found: AccountRow | undefined,
    checked: string | undefined,
  ): Promise<AccountRow> {
    const account = found && (await this.accounts.lock(tx, found.id));
    if (!account || checked === undefined || account.password_hash !== checked) throw this.refused(account);
    return account;
  }

  private refused(account: AccountRow | undefined): Failure {
    this.log.warn('sign_in.failed', { account: account?.id ?? 'unknown' });
    return new Failure('sign_in.refused');
  }
}
