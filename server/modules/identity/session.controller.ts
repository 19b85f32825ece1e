import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import * as contracts from '../../../shared/identity/session.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import { Allowed, Endpoint, Exchange, Input } from '../../platform/http/endpoint.js';
import type { HttpExchange } from '../../platform/http/request.js';
import { clearSessionCookie, sessionToken } from '../../platform/http/session-cookie.js';
import { SessionDesk } from './session-desk.service.js';
import { SignInService } from './sign-in.service.js';
import { StepUpService } from './step-up.service.js';
import { SignInThrottle } from './sign-in-throttle.js';

@Controller()
export class SessionController {
  constructor(
    private readonly desk: SessionDesk,
    private readonly signIns: SignInService,
    private readonly stepUps: StepUpService,
    private readonly throttle: SignInThrottle,
  ) {}

  @Endpoint(contracts.readSession)
  async read(
    @Input() _: InputOf<typeof contracts.readSession>,
    @Allowed() __: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.readSession>> {
    return this.desk.view(sessionToken(exchange.request));
  }

  @Endpoint(contracts.signIn)
  async signIn(
    @Input() { body }: InputOf<typeof contracts.signIn>,
    @Allowed() _: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.signIn>> {
    await this.throttle.take(body.login, exchange.request.ip);
    return this.desk.begin(exchange, await this.signIns.withPassword(body.login, body.password));
  }

  @Endpoint(contracts.stepUp)
  async stepUp(
    @Input() { body }: InputOf<typeof contracts.stepUp>,
    @Allowed() _: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.stepUp>> {
    const token = sessionToken(exchange.request);
    await this.throttle.take(`code ${(await this.stepUps.accountOf(token)) ?? ''}`, exchange.request.ip);
    return this.desk.begin(exchange, await this.stepUps.proveSecondFactor(token, body.code));
  }

  @Endpoint(contracts.confirmPassword)
  async confirmPassword(
    @Input() { body }: InputOf<typeof contracts.confirmPassword>,
    @Allowed() permit: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.confirmPassword>> {
    await this.throttle.take(`password ${permit.accountId}`, exchange.request.ip);
    return this.desk.begin(exchange, await this.signIns.proveAgain(sessionToken(exchange.request), body.password));
  }

  @Endpoint(contracts.signOut)
  async signOut(
    @Input() _: InputOf<typeof contracts.signOut>,
    @Allowed() permit: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<void> {
    await this.desk.end(permit.accountId, permit.sessionId);
    clearSessionCookie(exchange);
    void exchange.reply.header('clear-site-data', '"cache", "storage"');
  }

  @Endpoint(contracts.listSessions)
  async list(
    @Input() _: InputOf<typeof contracts.listSessions>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.listSessions>> {
    return { sessions: await this.desk.list(permit.accountId, permit.sessionId) };
  }

  @Endpoint(contracts.endSession)
  async end(@Input() { params }: InputOf<typeof contracts.endSession>, @Allowed() permit: Permit): Promise<void> {
    await this.desk.end(permit.accountId, params.session);
  }

  @Endpoint(contracts.endOtherSessions)
  async endOthers(@Input() _: InputOf<typeof contracts.endOtherSessions>, @Allowed() permit: Permit): Promise<void> {
    await this.desk.endOthers(permit.accountId, permit.sessionId);
  }
}
