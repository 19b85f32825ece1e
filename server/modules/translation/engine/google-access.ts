import { createSign } from 'node:crypto';
import { z } from 'zod';
import type { OutgoingRequests } from '../../../platform/http/outgoing-requests.js';
import { EngineHttp } from './http-engine.js';
import { EngineError } from './translation-engine.js';

/** What is used of the key file of a service account. */
export interface GoogleCredentials {
  readonly projectId: string;
  readonly clientEmail: string;
  readonly privateKey: string;
  readonly tokenUri: string;
}

const token = z.object({ access_token: z.string(), expires_in: z.number() });

const scope = 'https://www.googleapis.com/auth/cloud-translation';
const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const lifeSeconds = 3_600;
/** A token is not used in its last minute: it might end on the way. */
const marginMilliseconds = 60_000;

/** Gets the token of a service account (RFC 7523: an assertion signed with its key), and keeps it while it lasts. */
export class GoogleAccess {
  private readonly http: EngineHttp;
  private known: { readonly token: string; readonly until: number } | undefined;

  constructor(
    private readonly engine: string,
    private readonly credentials: GoogleCredentials,
    outgoing: OutgoingRequests,
  ) {
    this.http = new EngineHttp({ id: engine, baseUrl: new URL('.', credentials.tokenUri).href }, outgoing);
  }

  /** @throws EngineError `denied` when the key is not taken */
  async token(signal: AbortSignal): Promise<string> {
    if (this.known && Date.now() < this.known.until) return this.known.token;
    const form = new URLSearchParams({ grant_type: grant, assertion: this.assertion() });
    const said = await this.http.ask({ path: this.credentials.tokenUri, form }, signal).catch((error: unknown) => {
      // A request that the server does not take is a key that it does not take.
      throw error instanceof EngineError && error.kind === 'rejected' ? new EngineError('denied', this.engine) : error;
    });
    const { data } = token.safeParse(said);
    if (!data) throw new EngineError('bad_output', this.engine);
    this.known = { token: data.access_token, until: Date.now() + data.expires_in * 1000 - marginMilliseconds };
    return data.access_token;
  }

  /** A token that was refused is not sent again. */
  forget(): void {
    this.known = undefined;
  }

  private assertion(): string {
    const { clientEmail, privateKey, tokenUri } = this.credentials;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: clientEmail, scope, aud: tokenUri, iat: now, exp: now + lifeSeconds };
    const signed = [{ alg: 'RS256', typ: 'JWT' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
  }
}
