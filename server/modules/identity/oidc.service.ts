import { Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { Failure } from '../../../shared/contract/failure.js';
import { Clock } from '../../platform/clock/clock.js';
import { tokenHash } from '../../platform/crypto/token.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { isId, randomId } from '../../platform/ids/ids.js';
import { CredentialRepository } from './credential.repository.js';
import { oidcFlow, OidcProvider } from './oidc-provider.js';
import { SessionsService, type OpenedSession } from './sessions.service.js';
import type { Site } from './site.js';

/** How long somebody may take at the provider. */
export const attemptMinutes = 10;

/** The page the provider sends people back to; it hands the answer to `completeOidc`. */
export const returnPath = '/sign-in/return';

/**
 * Sign-in at an outside provider (OpenID Connect Core, authorization code with PKCE). An account is recognised by the
 * provider's own (iss, sub) and by nothing else: an equal e-mail address proves nothing. Somebody who is signed in and
 * goes through it links the provider to their account.
 */
@Injectable()
export class OidcService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialRepository,
    private readonly sessions: SessionsService,
    private readonly provider: OidcProvider,
    private readonly clock: Clock,
  ) {}

  get isConfigured(): boolean {
    return this.provider.isConfigured;
  }

  /**
   * The provider's address to go to.
   * @param mark what the browser was given, and has to bring back
   * @throws Failure `sign_in.not_configured`
   */
  async begin(site: Site, mark: string, linkTo: string | undefined): Promise<string> {
    const provider = await this.provider.describe();
    const state = randomId();
    const secret = {
      verifier: client.randomPKCECodeVerifier(),
      nonce: client.randomNonce(),
      redirect: `${site.origin}${returnPath}`,
      browser: kept(mark),
    };
    await this.unitOfWork.run('all dyads', (tx) =>
      this.credentials.begin(tx, {
        id: state,
        kind: 'oidc',
        account_id: linkTo ?? null,
        secret: JSON.stringify(secret),
        expires_at: this.clock.in({ minutes: attemptMinutes }),
      }),
    );
    return client.buildAuthorizationUrl(provider, {
      redirect_uri: secret.redirect,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(secret.verifier),
      code_challenge_method: 'S256',
      state,
      nonce: secret.nonce,
    }).href;
  }

  /** @throws Failure `sign_in.refused`, whatever was wrong with the provider's answer. */
  async complete(query: string, mark: string | undefined): Promise<OpenedSession> {
    const state = new URLSearchParams(query).get('state') ?? '';
    const attempt = isId(state)
      ? await this.unitOfWork.run('all dyads', (tx) => this.credentials.finish(tx, state, 'oidc', this.clock.now()))
      : undefined;
    const flow = attempt && oidcFlow.parse(JSON.parse(attempt.secret));
    const sameBrowser = mark !== undefined && flow?.browser === kept(mark);
    const claims = flow && sameBrowser ? await this.provider.claims(query, state, flow) : undefined;
    if (!attempt || !claims) throw this.refused();
    return this.unitOfWork.run('all dyads', async (tx) => {
      if (attempt.account_id !== null) await this.credentials.linkOidc(tx, claims.iss, claims.sub, attempt.account_id);
      const account = await this.credentials.oidcAccount(tx, claims.iss, claims.sub);
      if (account === undefined || (attempt.account_id !== null && attempt.account_id !== account))
        throw this.refused();
      // The provider vouches for the person, not for a second factor of ours.
      return this.sessions.open(tx, account, { how: 'oidc', strong: false, pending: false });
    });
  }

  private refused(): Failure {
    return new Failure('sign_in.refused');
  }
}

const kept = (mark: string): string => tokenHash(mark).toString('base64url');
