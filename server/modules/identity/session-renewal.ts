import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { HttpExchange } from '../../platform/http/request.js';
import { sessionToken, setSessionCookie } from '../../platform/http/session-cookie.js';
import { SessionsService, type HowSignedIn, type OpenedSession } from './sessions.service.js';

/** After a change of what protects an account, every other session ends and this one goes on under a new token. */
@Injectable()
export class SessionRenewal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionsService,
  ) {}

  async afterChange(exchange: HttpExchange, accountId: string, change: Partial<HowSignedIn> = {}): Promise<void> {
    const opened = await this.unitOfWork.run('all dyads', async (tx): Promise<OpenedSession | undefined> => {
      const session = await this.sessions.find(tx, sessionToken(exchange.request));
      if (!session) return undefined;
      await this.sessions.endOthers(tx, accountId, session.id);
      return this.sessions.renew(tx, session, change);
    });
    if (opened) setSessionCookie(exchange, opened.token, opened.expires);
  }

  async endEverything(accountId: string): Promise<void> {
    await this.unitOfWork.run('all dyads', (tx) => this.sessions.endAll(tx, accountId));
  }
}
