import type { FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { Failure } from '../../../shared/contract/failure.js';
import type { Config } from '../config/config.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Which pages may speak to this server with a person's cookie: those of its own address. Other sites cannot read
 * answers, but without this check they could cause writes and open sockets (CSRF, cross-site WebSocket hijacking).
 */
export class OriginCheck {
  constructor(private readonly config: Pick<Config, 'PUBLIC_URL' | 'production'>) {}

  /** Whether a request or a socket handshake comes from our own pages. `host` is the Host header. */
  isOwn(origin: string | undefined, host: string | undefined): boolean {
    if (!origin || !URL.canParse(origin)) return false;
    const { origin: exact, hostname, host: originHost } = new URL(origin);
    if (exact !== origin) return false;
    if (this.config.PUBLIC_URL && exact === new URL(this.config.PUBLIC_URL).origin) return true;
    // Outside production people reach the server under whatever loopback name and port it took.
    return !this.config.production && isLoopback(hostname) && originHost === host;
  }

  /**
   * The same for the first word of a live connection. Browsers name no origin when a page asks its own server for
   * something (polling does); then they say so in a header that no page can set (Fetch Metadata).
   */
  isOwnHandshake({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
    if (headers.origin === undefined) return headers['sec-fetch-site'] === 'same-origin' && !headers.upgrade;
    return this.isOwn(headers.origin, headers.host);
  }

  /** @throws Failure for a write that is not from our own pages, or not in the form only our own pages can send. */
  requireOwn(request: FastifyRequest): void {
    if (safeMethods.has(request.method)) return;
    if (!this.isOwn(request.headers.origin, request.headers.host)) throw new Failure('request.foreign_origin');
    if (request.headers['x-csrf'] === undefined) throw new Failure('request.foreign_origin');
    const { 'content-type': type, 'content-encoding': encoding } = request.headers;
    const isJson = type === undefined || /^application\/json\s*(;|$)/i.test(type);
    // Nothing is ever unpacked: a small body cannot become a large one.
    if (!isJson || encoding !== undefined) throw new Failure('request.unsupported_type');
  }
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
