import { Injectable } from '@nestjs/common';
import type { AccountHolder } from '../../../shared/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { isRecent, isWorthNoting } from './session.lifecycle.js';
import { SessionRepository } from './session.repository.js';
import { SessionsService } from './sessions.service.js';

/** Says whose a session token is. Runs on every request: one query, and a write at most once a minute. */
@Injectable()
export class SessionReader {
  constructor(
    private readonly sessions: SessionsService,
    private readonly repository: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /** The holder of a living, complete session; nothing for everybody else. */
  async holderOf(tx: Tx, token: string | undefined): Promise<AccountHolder | undefined> {
    if (!token) return undefined;
    const session = await this.sessions.find(tx, token);
    if (!session || session.pending) return undefined;
    const now = this.clock.now();
    if (isWorthNoting(session, now)) await this.repository.seen(tx, session.id, now);
    return {
      kind: 'account',
      accountId: session.account_id,
      sessionId: session.id,
      strong: session.strong,
      hasSecondFactor: session.has_second_factor,
      recent: isRecent(session.proved_at, now),
    };
  }
}
