import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import * as contracts from '../../../shared/identity/account.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import { Allowed, Endpoint, Exchange, Input } from '../../platform/http/endpoint.js';
import type { HttpExchange } from '../../platform/http/request.js';
import { ownerOf } from './account-owner.js';
import { AccountService } from './account.service.js';
import { ProtectionService } from './protection.service.js';
import { SessionRenewal } from './session-renewal.js';
import { SignInThrottle } from './sign-in-throttle.js';

@Controller()
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly protection: ProtectionService,
    private readonly renewal: SessionRenewal,
    private readonly throttle: SignInThrottle,
  ) {}

  @Endpoint(contracts.readAccount)
  async read(
    @Input() _: InputOf<typeof contracts.readAccount>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.readAccount>> {
    return this.accounts.read(permit.accountId);
  }

  @Endpoint(contracts.changeAccount)
  async change(
    @Input() { body }: InputOf<typeof contracts.changeAccount>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.changeAccount>> {
    return this.accounts.change(permit.accountId, body);
  }

  @Endpoint(contracts.changePassword)
  async changePassword(
    @Input() { body }: InputOf<typeof contracts.changePassword>,
    @Allowed() permit: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<void> {
    const accountId = ownerOf(permit);
    await this.protection.changePassword(accountId, body.password);
    await this.renewal.afterChange(exchange, accountId);
  }

  @Endpoint(contracts.beginTotp)
  async beginTotp(
    @Input() _: InputOf<typeof contracts.beginTotp>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.beginTotp>> {
    return this.protection.beginTotp(ownerOf(permit));
  }

  @Endpoint(contracts.confirmTotp)
  async confirmTotp(
    @Input() { body }: InputOf<typeof contracts.confirmTotp>,
    @Allowed() permit: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.confirmTotp>> {
    const accountId = ownerOf(permit);
    await this.throttle.take(`code ${accountId}`, exchange.request.ip);
    const recoveryCodes = await this.protection.confirmTotp(accountId, body.code);
    await this.renewal.afterChange(exchange, accountId, { strong: true });
    return { recoveryCodes };
  }

  @Endpoint(contracts.removeTotp)
  async removeTotp(
    @Input() _: InputOf<typeof contracts.removeTotp>,
    @Allowed() permit: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.removeTotp>> {
    const accountId = ownerOf(permit);
    await this.protection.removeTotp(accountId);
    await this.renewal.afterChange(exchange, accountId);
    return this.accounts.read(accountId);
  }

  @Endpoint(contracts.renewRecoveryCodes)
  async renewRecoveryCodes(
    @Input() _: InputOf<typeof contracts.renewRecoveryCodes>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.renewRecoveryCodes>> {
    return { recoveryCodes: await this.protection.renewRecoveryCodes(ownerOf(permit)) };
  }

  @Endpoint(contracts.recoverAccount)
  async recover(
    @Input() { body }: InputOf<typeof contracts.recoverAccount>,
    @Allowed() _: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<void> {
    await this.throttle.take(`recovery ${body.login}`, exchange.request.ip);
    await this.renewal.endEverything(await this.protection.recover(body.login, body.code, body.password));
  }
}
