import { Inject, Injectable } from '@nestjs/common';
import { derivedKey, type Config } from '../../platform/config/config.js';
import { blindIndex, sealed } from '../../platform/crypto/sealed-field.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CONFIG } from '../../platform/platform.module.js';
import { AccountRepository } from './account.repository.js';
import { AccountQuery } from './account.query.js';
import type { AccountView as AccountAnswer } from '../../../shared/identity/account.schema.js';

export interface AccountChange {
  readonly language?: string | undefined;
  readonly email?: string | null | undefined;
}

/** What the owner of an account reads and changes of it. */
@Injectable()
export class AccountService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly view: AccountQuery,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  read(accountId: string): Promise<AccountAnswer> {
    return this.unitOfWork.run('all dyads', (tx) => this.view.of(tx, accountId));
  }

  change(accountId: string, { language, email }: AccountChange): Promise<AccountAnswer> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      if (language !== undefined) await this.accounts.setLanguage(tx, accountId, language);
      if (email !== undefined) await this.setEmail(tx, accountId, email);
      return this.view.of(tx, accountId);
    });
  }

  private async setEmail(tx: Tx, accountId: string, email: string | null): Promise<void> {
    if (email === null) return this.accounts.setEmail(tx, accountId, null, null);
    const box = sealed(derivedKey(this.config, 'account.email'), `account|email|${accountId}`, email);
    const index = blindIndex(derivedKey(this.config, 'account.email_index'), email.toLowerCase());
    return this.accounts.setEmail(tx, accountId, box, index);
  }
}
