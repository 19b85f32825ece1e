import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import * as contracts from '../../../shared/dyads/joining.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import { Allowed, Endpoint, Exchange, Input } from '../../platform/http/endpoint.js';
import { networkOf, RateLimit, type Allowance } from '../../platform/http/rate-limit.js';
import type { HttpExchange } from '../../platform/http/request.js';
import { setSessionCookie } from '../../platform/http/session-cookie.js';
import { InvitationService } from './invitation.service.js';
import { JoiningService } from './joining.service.js';

/** Tokens cannot be guessed; this keeps people from trying, and from making the server hash passwords. */
const tries: Allowance = { what: 'invitation', times: 30, seconds: 1800 };

@Controller()
export class JoiningController {
  constructor(
    private readonly joining: JoiningService,
    private readonly invitations: InvitationService,
    private readonly rateLimit: RateLimit,
  ) {}

  @Endpoint(contracts.lookUpInvitation)
  async lookUp(
    @Input() { body }: InputOf<typeof contracts.lookUpInvitation>,
    @Allowed() _: Permit,
    @Exchange() { request }: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.lookUpInvitation>> {
    await this.rateLimit.take(tries, networkOf(request.ip));
    return this.joining.lookUp(body.token);
  }

  @Endpoint(contracts.join)
  async join(
    @Input() { body }: InputOf<typeof contracts.join>,
    @Allowed() permit: Permit,
    @Exchange() exchange: HttpExchange,
  ): Promise<AnswerOf<typeof contracts.join>> {
    await this.rateLimit.take(tries, networkOf(exchange.request.ip));
    const { session, ...joined } = await this.joining.join(permit.actor, body);
    if (session) setSessionCookie(exchange, session.token, session.expires);
    return joined;
  }

  @Endpoint(contracts.issueInvitation)
  async issue(
    @Input() { body, idempotency }: InputOf<typeof contracts.issueInvitation>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.issueInvitation>> {
    return this.invitations.issue(permit.member, idempotency, body);
  }

  @Endpoint(contracts.listInvitations)
  async list(
    @Input() _: InputOf<typeof contracts.listInvitations>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.listInvitations>> {
    return this.invitations.list(permit.member);
  }

  @Endpoint(contracts.recallInvitation)
  async recall(
    @Input() { params }: InputOf<typeof contracts.recallInvitation>,
    @Allowed() permit: Permit,
  ): Promise<void> {
    await this.invitations.recall(permit.member, params.invitation);
  }
}
