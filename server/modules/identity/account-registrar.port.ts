import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { Tx } from '../../platform/database/tx.js';
import { randomId } from '../../platform/ids/ids.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import { AccountRepository } from './account.repository.js';
import { PasswordHasher } from './password-hasher.js';
import { requireGoodPassword } from './password.policy.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionsService, type OpenedSession } from './sessions.service.js';

/** An account about to be: its password is hashed before any transaction begins, since that takes long. */
export interface PreparedAccount {
  readonly login: string;
  readonly passwordHash: string | null;
  readonly language: string;
}

/** What the module of dyads needs of accounts: people who join get one, and roles ask more of it. */
@Injectable()
export class AccountRegistrar {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionsService,
    private readonly rights: RightsWatch,
    private readonly secondFactor: SecondFactorService,
  ) {}

  /** @throws Failure for a password that is too short or too common. */
  async prepare(account: { login: string; password: string; language: string }): Promise<PreparedAccount> {
    requireGoodPassword(account.password, account.login);
    return { login: account.login, language: account.language, passwordHash: await this.hasher.hash(account.password) };
  }

  /** @returns the id of the new account. @throws Failure `account.login_taken`. */
  async register(tx: Tx, account: PreparedAccount): Promise<string> {
    const id = randomId();
    if (!(await this.accounts.add(tx, { id, ...account }))) throw new Failure('account.login_taken');
    return id;
  }

  /** Signs a just registered account in. */
  openSession(tx: Tx, accountId: string, strong = false): Promise<OpenedSession> {
    return this.sessions.open(tx, accountId, { how: 'password', strong, pending: false });
  }

  /** Gives a demonstration account one-time codes that everybody can make. */
  async adoptSecondFactor(tx: Tx, accountId: string, secret: string): Promise<void> {
    await this.secondFactor.adopt(tx, accountId, secret);
  }

  /** Notes whether the account holds a guarded role anywhere: shorter sessions, and a second factor it cannot drop. */
  async markGuarded(tx: Tx, accountId: string, guarded: boolean): Promise<void> {
    await this.accounts.setGuarded(tx, accountId, guarded);
    await this.rights.announce(tx, accountId);
  }
}
