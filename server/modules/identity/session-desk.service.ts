import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { uiLanguage, type SessionBrief, type SessionView } from '../../../shared/identity/account.schema.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { HttpExchange } from '../../platform/http/request.js';
import { sessionToken, setSessionCookie } from '../../platform/http/session-cookie.js';
import { dayOf } from './account.query.js';
import { MembershipList } from './membership-list.port.js';
import { OidcService } from './oidc.service.js';
import { SessionRepository } from './session.repository.js';
import { SessionsService, type OpenedSession } from './sessions.service.js';

/** Shows people their own sessions and lets them end them. */
@Injectable()
export class SessionDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionsService,
    private readonly repository: SessionRepository,
    private readonly memberships: MembershipList,
    private readonly oidc: OidcService,
  ) {}

  /** What a page needs to know about who is looking at it. */
  view(token: string | undefined): Promise<SessionView> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const session = await this.sessions.find(tx, token);
      const complete = session !== undefined && !session.pending;
      return {
        signedIn: complete,
        secondFactorNeeded: session?.pending ?? false,
        strong: complete && session.strong,
        language: complete ? uiLanguage.parse(session.language) : null,
        memberships: complete ? await this.memberships.of(tx, session.account_id) : [],
        oidcConfigured: this.oidc.isConfigured,
      };
    });
  }

  /** Gives the browser its new session. The one it had ends: the next to sign in at a shared computer is alone there. */
  async begin(exchange: HttpExchange, opened: OpenedSession): Promise<SessionView> {
    await this.unitOfWork.run('all dyads', async (tx) => {
      const earlier = await this.sessions.find(tx, sessionToken(exchange.request));
      if (earlier) await this.sessions.end(tx, earlier.account_id, earlier.id);
    });
    setSessionCookie(exchange, opened.token, opened.expires);
    return this.view(opened.token);
  }

  list(accountId: string, current: string): Promise<SessionBrief[]> {
    return this.unitOfWork.run('all dyads', async (tx) =>
      (await this.repository.ofAccount(tx, accountId)).map((one) => ({
        id: one.id,
        current: one.id === current,
        openedOn: dayOf(one.opened_at),
        lastSeenOn: dayOf(one.last_seen_at),
        how: one.how,
      })),
    );
  }

  /** @throws Failure `request.not_found` for a session that is not one's own. */
  async end(accountId: string, id: string): Promise<void> {
    const ended = await this.unitOfWork.run('all dyads', (tx) => this.sessions.end(tx, accountId, id));
    if (!ended) throw new Failure('request.not_found');
  }

  async endOthers(accountId: string, kept: string): Promise<void> {
    await this.unitOfWork.run('all dyads', (tx) => this.sessions.endOthers(tx, accountId, kept));
  }
}
