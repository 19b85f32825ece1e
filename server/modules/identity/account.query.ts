import { Inject, Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { uiLanguage, type AccountView as Answer } from '../../../shared/identity/account.schema.js';
import { derivedKey, type Config } from '../../platform/config/config.js';
import { opened } from '../../platform/crypto/sealed-field.js';
import type { Tx } from '../../platform/database/tx.js';
import { CONFIG } from '../../platform/platform.module.js';
import { AccountRepository } from './account.repository.js';
import { CredentialRepository } from './credential.repository.js';

/** The day of a time: the owner learns when, without the database keeping a diary of minutes on the page. */
export const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/** An account as its owner sees it; the only place where its e-mail address is opened. */
@Injectable()
export class AccountQuery {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly credentials: CredentialRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(tx: Tx, accountId: string): Promise<Answer> {
    const account = await this.accounts.byId(tx, accountId);
    if (!account) throw new Failure('session.needed');
    const passkeys = await this.credentials.passkeysOf(tx, accountId);
    const emailKey = derivedKey(this.config, 'account.email');
    return {
      login: account.login,
      language: uiLanguage.parse(account.language),
      email: account.email_sealed && opened(emailKey, `account|email|${accountId}`, account.email_sealed),
      passkeys: passkeys.map((one) => ({
        id: one.id,
        name: one.name,
        addedOn: dayOf(one.added_at),
        lastUsedOn: one.last_used_at && dayOf(one.last_used_at),
      })),
      hasPassword: account.password_hash !== null,
      totp: account.totp_sealed !== null,
      recoveryCodesLeft: await this.accounts.recoveryCodesLeft(tx, accountId),
      oidc: await this.credentials.isOidcLinked(tx, accountId),
    };
  }
}
