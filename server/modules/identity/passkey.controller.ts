import { Controller, Inject } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import * as contracts from '../../../shared/identity/account.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import type { Config } from '../../platform/config/config.js';
import { Allowed, Endpoint, Exchange, Input } from '../../platform/http/endpoint.js';
import type { HttpExchange } from '../../platform/http/request.js';
import { CONFIG } from '../../platform/platform.module.js';
import { ownerOf } from './account-owner.js';
import { AccountService } from './account.service.js';
import { PasskeyService } from './passkey.service.js';
import { ProtectionService } from './protection.service.js';
import { SessionRenewal } from './session-renewal.js';
import { siteOf } from './site.js';

@Controller()
export class PasskeyController {
  constructor(
    private readonly accounts: AccountService,
    private readonly passkeys: PasskeyService,
    private readonly protection: ProtectionService,
    private readonly renewal: SessionRenewal,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint(contracts.beginPasskey)
  async begin(
    @Input() _: InputOf<typeof contracts.beginPasskey>,
    @Allowed() permit: Permit,
    @Exchange() { request }: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.beginPasskey>> {
    const accountId = ownerOf(permit);
    const { login } = await this.accounts.read(accountId);
    return this.passkeys.beginAdding(siteOf(request, this.config), accountId, login);
  }

  @Endpoint(contracts.addPasskey)
  async add(
    @Input() { body }: InputOf<typeof contracts.addPasskey>,
    @Allowed() permit: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.addPasskey>> {
    const accountId = ownerOf(permit);
    await this.passkeys.add(siteOf(exchange.request, this.config), accountId, body);
    await this.renewal.afterChange(exchange, accountId, { strong: true });
    return this.accounts.read(accountId);
  }

  @Endpoint(contracts.removePasskey)
  async remove(
    @Input() { params }: InputOf<typeof contracts.removePasskey>,
    @Allowed() permit: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.removePasskey>> {
    const accountId = ownerOf(permit);
    await this.protection.removePasskey(accountId, params.passkey);
    await this.renewal.afterChange(exchange, accountId);
    return this.accounts.read(accountId);
  }
}
