import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { z } from 'zod';
import { Failure } from '../../../shared/contract/failure.js';
import type { Config } from '../../platform/config/config.js';
import { OutgoingRequests } from '../../platform/http/outgoing-requests.js';
import { Log } from '../../platform/logging/log.js';
import { CONFIG } from '../../platform/platform.module.js';

const timeoutSeconds = 5;

/** What is kept of a sign-in that was begun, to check the answer against. */
export const oidcFlow = z.object({
  verifier: z.string(),
  nonce: z.string(),
  redirect: z.string(),
  /** What is kept of the mark of the browser that began. */
  browser: z.string(),
});
type OidcFlow = z.infer<typeof oidcFlow>;

/** The configured OpenID Connect provider, and whether its answers are to be believed. */
@Injectable()
export class OidcProvider {
  private discovered: Promise<client.Configuration> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly outgoing: OutgoingRequests,
    private readonly log: Log,
  ) {}

  get isConfigured(): boolean {
    return this.config.OIDC_ISSUER !== undefined;
  }

  /** What the provider says of the person, when its answer to this attempt is proven; nothing otherwise. */
  async claims(query: string, state: string, secret: OidcFlow) {
    const provider = await this.describe();
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
  async describe(): Promise<client.Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.config;
    if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) throw new Failure('sign_in.not_configured');
    const issuer = new URL(OIDC_ISSUER);
    // The signature is checked although the token comes straight from the provider: a token that nobody signed, or that
    // is signed with the client's own secret, proves nothing about the way it took.
    const execute = [client.enableNonRepudiationChecks, ...(isLoopback(issuer) ? [client.allowInsecureRequests] : [])];
    this.discovered ??= client.discovery(issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, {
      execute,
      timeout: timeoutSeconds,
      // The description names further addresses, which are asked only if anybody may ask them, or if they are its own.
      [client.customFetch]: this.outgoing.onBehalfOf(OIDC_ISSUER),
    });
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = undefined;
      this.log.warn('oidc.provider_away', { error });
      throw new Failure('server.unavailable');
    }
  }
}

const isLoopback = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
