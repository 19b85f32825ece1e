import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';

/** How the provider's next answers differ from honest ones. */
export interface Lie {
  /** Claims that replace the honest ones; `undefined` leaves a claim out. */
  readonly claims?: Record<string, unknown>;
  /** How the token is signed: by a key nobody published, with the client's secret, or not at all. */
  readonly signed?: 'by a stranger' | 'with the client secret' | 'not at all';
}

/** Somebody at the provider who said yes. */
export interface Person {
  readonly sub: string;
  readonly email?: string;
}

interface Granted {
  readonly person: Person;
  readonly nonce: string;
  readonly challenge: string;
  readonly redirect: string;
  readonly lie: Lie;
}

export const client = { id: 'entente', secret: 'a-secret-of-the-client-that-is-long-enough' } as const;

/** A small OpenID Connect provider (authorization code with PKCE) that can also lie. */
export class OidcProvider {
  readonly issuer: string;
  /** What its description says beside the truth: addresses of others. */
  pointsTo: { token_endpoint?: string; jwks_uri?: string } = {};
  private readonly codes = new Map<string, Granted>();
  private lastCode = 0;

  private constructor(
    private readonly server: Server,
    private readonly keys: { publicKey: CryptoKey; privateKey: CryptoKey },
  ) {
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (request, response: ServerResponse) => {
      const url = new URL(request.url ?? '/', this.issuer);
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        this.answer(url.pathname, new URLSearchParams(body)).then(
          ([status, answer]) =>
            response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer)),
          () => response.writeHead(500).end(),
        );
      });
    });
  }

  static async start(): Promise<OidcProvider> {
    const keys = await generateKeyPair('RS256', { extractable: true });
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new OidcProvider(server, keys);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The person agrees at the address they were sent to; the query string of the way back. */
  agree(address: string, person: Person, lie: Lie = {}): string {
    const asked = new URL(address).searchParams;
    this.lastCode += 1;
    const code = `code-${this.lastCode}`;
    const given = (name: string): string => asked.get(name) ?? '';
    this.codes.set(code, {
      person,
      nonce: given('nonce'),
      challenge: given('code_challenge'),
      redirect: given('redirect_uri'),
      lie,
    });
    return new URLSearchParams({ code, state: given('state'), iss: this.issuer }).toString();
  }

  private async answer(path: string, body: URLSearchParams): Promise<[number, unknown]> {
    if (path === '/.well-known/openid-configuration') return [200, this.description()];
    if (path === '/jwks')
      return [200, { keys: [{ ...(await exportJWK(this.keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] }];
    if (path === '/token') return this.exchange(body);
    return [404, {}];
  }

  private description(): Record<string, unknown> {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
      ...this.pointsTo,
    };
  }

  /** Gives the token for a code: once, and only to who can show the verifier of the challenge. */
  private async exchange(body: URLSearchParams): Promise<[number, unknown]> {
    const code = body.get('code') ?? '';
    const granted = this.codes.get(code);
    this.codes.delete(code);
    const proof = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    if (!granted || proof !== granted.challenge || body.get('redirect_uri') !== granted.redirect) {
      return [400, { error: 'invalid_grant' }];
    }
    return [200, { access_token: 'unused', token_type: 'Bearer', id_token: await this.token(granted) }];
  }

  private async token({ person, nonce, lie }: Granted): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const honest = {
      iss: this.issuer,
      aud: client.id,
      sub: person.sub,
      nonce,
      iat: now,
      exp: now + 300,
      email: person.email,
    };
    const claims: JWTPayload = { ...honest, ...lie.claims };
    if (lie.signed === 'not at all') return new UnsecuredJWT(claims).encode();
    if (lie.signed === 'with the client secret') {
      return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(client.secret));
    }
    const key = lie.signed === 'by a stranger' ? (await generateKeyPair('RS256')).privateKey : this.keys.privateKey;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key);
  }
}
