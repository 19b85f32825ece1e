import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { z } from 'zod';
import { Failure } from '../../../shared/contract/failure.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { randomId } from '../../platform/ids/ids.js';
import { Log } from '../../platform/logging/log.js';
import { CONFIG } from '../../platform/platform.module.js';
import { CredentialRepository } from './credential.repository.js';
import { SessionsService, type OpenedSession } from './sessions.service.js';
import type { Site } from './site.js';

const attemptMinutes = 10;
const timeoutSeconds = 5;

/** The page the provider sends people back to; it hands the answer to `completeOidc`. */
export const returnPath = '/sign-in/return';

const flow = z.object({ verifier: z.string(), nonce: z.string(), redirect: z.string() });

/**
 * Sign-in at an outside provider (OpenID Connect Core, authorization code with PKCE). An account is recognised by the
 * provider's own (iss, sub) and by nothing else: an equal e-mail address proves nothing. Somebody who is signed in and
 * goes through it links the provider to their account.
 */
@Injectable()
export class OidcService {
  private discovered: Promise<client.Configuration> | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: CredentialRepository,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  get isConfigured(): boolean {
    return this.config.OIDC_ISSUER !== undefined;
  }

  /** The provider's address to go to. @throws Failure `sign_in.not_configured`. */
  async begin(site: Site, linkTo: string | undefined): Promise<string> {
    const provider = await this.provider();
    const state = randomId();
    const secret = { verifier: client.randomPKCECodeVerifier(), nonce: client.randomNonce(), redirect: `${site.origin}${returnPath}` };
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
  async complete(query: string): Promise<OpenedSession> {
    const provider = await this.provider();
    const state = new URLSearchParams(query).get('state') ?? '';
    const attempt = /^[0-9a-f-]{36}$/.test(state)
      ? await this.unitOfWork.run('all dyads', (tx) => this.credentials.finish(tx, state, 'oidc', this.clock.now()))
      : undefined;
    const claims = attempt && (await this.claims(provider, query, state, flow.parse(JSON.parse(attempt.secret))));
    if (!attempt || !claims) throw this.refused();
    return this.unitOfWork.run('all dyads', async (tx) => {
      if (attempt.account_id !== null) await this.credentials.linkOidc(tx, claims.iss, claims.sub, attempt.account_id);
      const account = await this.credentials.oidcAccount(tx, claims.iss, claims.sub);
      if (account === undefined || (attempt.account_id !== null && attempt.account_id !== account)) throw this.refused();
      this.log.info('sign_in.succeeded', { account, how: 'oidc' });
      // The provider vouches for the person, not for a second factor of ours.
      return this.sessions.open(tx, account, { how: 'oidc', strong: false, pending: false });
    });
  }

  private async claims(provider: client.Configuration, query: string, state: string, secret: z.infer<typeof flow>) {
    const address = new URL(`${secret.redirect}?${query.replace(/^\?/, '')}`);
    try {
      const tokens = await client.authorizationCodeGrant(provider, address, {
        pkceCodeVerifier: secret.verifier,
        expectedState: state,
        expectedNonce: secret.nonce,
        idTokenExpected: true,
      });
      return tokens.claims();
    } catch (error) {
      this.log.warn('oidc.answer_refused', { error });
      return undefined;
    }
  }

  /** The provider's description of itself, fetched when first needed and again after a failure. */
  private async provider(): Promise<client.Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.config;
    if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) throw new Failure('sign_in.not_configured');
    const issuer = new URL(OIDC_ISSUER);
    const execute = isLoopback(issuer) ? [client.allowInsecureRequests] : [];
    this.discovered ??= client.discovery(issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, { execute, timeout: timeoutSeconds });
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = undefined;
      this.log.warn('oidc.provider_away', { error });
      throw new Failure('server.unavailable');
    }
  }

  private refused(): Failure {
    this.log.warn('sign_in.failed', { account: 'unknown', how: 'oidc' });
    return new Failure('sign_in.refused');
  }
}

const isLoopback = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
