import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { Clock } from '../../platform/clock/clock.js';
import { newToken, tokenHash } from '../../platform/crypto/token.js';
import type { Tx } from '../../platform/database/tx.js';
import { randomId } from '../../platform/ids/ids.js';
import { Log } from '../../platform/logging/log.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import { isAlive, sessionLimits } from './session.lifecycle.js';
import { SessionRepository, type LivingSession, type SignInWay } from './session.repository.js';

/** A session just opened: its token leaves the server once, in the cookie. */
export interface OpenedSession {
  readonly token: string;
  readonly expires: Date;
}

export interface HowSignedIn {
  readonly how: SignInWay;
  /** A second factor was proved with this sign-in. */
  readonly strong: boolean;
  /** The account has a second factor that is still to be proved. */
  readonly pending: boolean;
}

/** When a session began, and when its person last proved who they are. */
type Proved = Pick<LivingSession, 'opened_at' | 'proved_at'>;

/** Opens, finds and ends sessions. Tokens are random and stored only as hashes; every change of rights makes a new one. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly rights: RightsWatch,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @param since when the person proved who they are, when that was in a session this one takes the place of */
  async open(tx: Tx, accountId: string, { how, strong, pending }: HowSignedIn, since?: Proved): Promise<OpenedSession> {
    const token = newToken();
    const now = this.clock.now();
    const { opened_at, proved_at } = since ?? { opened_at: now, proved_at: now };
    const times = { opened_at, proved_at, last_seen_at: now };
    await this.sessions.add(
      tx,
      { id: randomId(), account_id: accountId, how, strong, pending, ...times },
      tokenHash(token),
    );
    this.log.info('session.opened', { account: accountId, how, strong, pending });
    return { token, expires: this.clock.in({ minutes: sessionLimits.ordinary.wholeMinutes }) };
  }

  /** The session of a token, complete or still waiting for its second factor; nothing when it has ended. */
  async find(tx: Tx, token: string | undefined): Promise<LivingSession | undefined> {
    if (token === undefined || token === '') return undefined;
    const session = await this.sessions.byToken(tx, tokenHash(token));
    return session && isAlive(session, this.clock.now()) ? session : undefined;
  }

  /**
   * Replaces a session by a new one with a new token, after something about it changed. It is as old as it was: a
   * change proves nothing, and must not keep a stolen session alive.
   * @throws Failure `session.needed` when it was ended meanwhile: what is revoked does not come back.
   */
  renew(tx: Tx, session: LivingSession, change: Partial<HowSignedIn> = {}): Promise<OpenedSession> {
    return this.replace(tx, session, change, session);
  }

  /** The same, after the person proved again who they are: its time begins anew. */
  renewProved(tx: Tx, session: LivingSession, change: Partial<HowSignedIn> = {}): Promise<OpenedSession> {
    return this.replace(tx, session, change);
  }

  async end(tx: Tx, accountId: string, id: string): Promise<boolean> {
    await this.rights.announce(tx, accountId);
    return this.sessions.end(tx, accountId, id);
  }

  async endAll(tx: Tx, accountId: string): Promise<void> {
    await this.sessions.endAll(tx, accountId);
    await this.rights.announce(tx, accountId);
  }

  async endOthers(tx: Tx, accountId: string, kept: string): Promise<void> {
    await this.sessions.endOthers(tx, accountId, kept);
    await this.rights.announce(tx, accountId);
  }

  private async replace(
    tx: Tx,
    session: LivingSession,
    change: Partial<HowSignedIn>,
    since?: Proved,
  ): Promise<OpenedSession> {
    if (!(await this.sessions.end(tx, session.account_id, session.id))) throw new Failure('session.needed');
    await this.rights.announce(tx, session.account_id);
    const { how, strong, pending } = session;
    return this.open(tx, session.account_id, { how, strong, pending, ...change }, since);
  }
}
