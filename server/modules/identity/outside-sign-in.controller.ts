import { Controller, Inject } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import * as contracts from '../../../shared/identity/session.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import type { Config } from '../../platform/config/config.js';
import { Allowed, Endpoint, Exchange, Input } from '../../platform/http/endpoint.js';
import type { HttpExchange } from '../../platform/http/request.js';
import { CONFIG } from '../../platform/platform.module.js';
import { markBrowser, takeMark } from './begun-cookie.js';
import { attemptMinutes, OidcService } from './oidc.service.js';
import { PasskeyService } from './passkey.service.js';
import { accountToLink } from './protection.policy.js';
import { SessionDesk } from './session-desk.service.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { siteOf } from './site.js';

/** Sign-in without a password: passkeys, and a provider outside. */
@Controller()
export class OutsideSignInController {
  constructor(
    private readonly passkeys: PasskeyService,
    private readonly oidc: OidcService,
    private readonly desk: SessionDesk,
    private readonly throttle: SignInThrottle,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint(contracts.beginPasskeySignIn)
  async beginPasskey(
    @Input() _: InputOf<typeof contracts.beginPasskeySignIn>,
    @Allowed() __: Permit,
    @Exchange() { request }: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.beginPasskeySignIn>> {
    return this.passkeys.beginSignIn(siteOf(request, this.config));
  }

  @Endpoint(contracts.passkeySignIn)
  async passkey(
    @Input() { body }: InputOf<typeof contracts.passkeySignIn>,
    @Allowed() _: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.passkeySignIn>> {
    const opened = await this.passkeys.signIn(siteOf(exchange.request, this.config), body.challenge, body.response);
    return this.desk.begin(exchange, opened);
  }

  @Endpoint(contracts.beginOidc)
  async beginOidc(
    @Input() _: InputOf<typeof contracts.beginOidc>,
    @Allowed() permit: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.beginOidc>> {
    const linkTo = accountToLink(permit.actor);
    const site = siteOf(exchange.request, this.config);
    return { address: await this.oidc.begin(site, markBrowser(exchange, attemptMinutes), linkTo) };
  }

  @Endpoint(contracts.completeOidc)
  async completeOidc(
    @Input() { body }: InputOf<typeof contracts.completeOidc>,
    @Allowed() _: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.completeOidc>> {
    await this.throttle.takeNetwork(exchange.request.ip);
    const opened = await this.oidc.complete(body.query, takeMark(exchange));
    return this.desk.begin(exchange, opened);
  }
}
