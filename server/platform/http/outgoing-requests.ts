import { lookup } from 'node:dns/promises';
import { request as askPlain, type IncomingMessage } from 'node:http';
import { request as askSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Log } from '../logging/log.js';
import { kindOf } from './outgoing-addresses.js';

/** Why a request was not sent, or its answer not taken. */
export type OutgoingRefusal = 'scheme' | 'address' | 'redirect' | 'too_large';

export class OutgoingRefused extends Error {
  override readonly name = 'OutgoingRefused';

  constructor(readonly code: OutgoingRefusal) {
    super(`a request to the outside was refused: ${code}`);
  }
}

/** Sends one request, as `fetch` does. */
export type Send = (address: string | URL, request?: RequestInit) => Promise<Response>;

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<readonly string[]>;

const patienceMilliseconds = 5_000;
const longestAnswer = 1024 * 1024;

const resolveAll: Resolve = async (name) => (await lookup(name, { all: true })).map(({ address }) => address);

/**
 * The one way from this server to others. A name is resolved once and only the addresses that were looked at are asked,
 * so nobody can answer twice. Addresses inside networks are asked only where the operator meant it (ADR 0011);
 * redirections are not followed, and an answer is short and soon there.
 */
export class OutgoingRequests {
  constructor(
    private readonly privateHosts: readonly string[],
    private readonly log: Pick<Log, 'warn'>,
    private readonly resolve: Resolve = resolveAll,
  ) {}

  /**
   * Sends on behalf of a configured address: what the operator named is trusted to be where it says, its hints are not.
   * @param patience milliseconds until the whole answer has to be there
   * @param longest bytes that an answer may have
   */
  onBehalfOf(configured: string, patience = patienceMilliseconds, longest = longestAnswer): Send {
    return this.sender({ patience, longest }, new URL(configured));
  }

  /**
   * Sends to addresses that people of the platform named. The operator has not seen them, so of those inside networks only
   * the hosts that the operator listed are asked.
   * @param longest bytes that an answer may have
   */
  toNamedByPeople(patience = patienceMilliseconds, longest = longestAnswer): Send {
    return this.sender({ patience, longest });
  }

  private sender(limits: Limits, home?: URL): Send {
    return async (address, init) => {
      try {
        return await this.send(new Request(address, init), home, limits);
      } catch (error) {
        if (error instanceof OutgoingRefused) this.log.warn('outgoing.refused', { why: error.code });
        throw error;
      }
    };
  }

  private async send(request: Request, home: URL | undefined, { patience, longest }: Limits): Promise<Response> {
    const url = new URL(request.url);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new OutgoingRefused('scheme');
    const signal = AbortSignal.any([AbortSignal.timeout(patience), request.signal]);
    const addresses = await inTime(this.addressesOf(url, home), signal);
    const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
    return exchange(url, request, { body, addresses, signal, longest });
  }

  /** @throws OutgoingRefused when one of them may not be asked: of good and bad ones together somebody chose the bad. */
  private async addressesOf(url: URL, home: URL | undefined): Promise<readonly string[]> {
    const host = hostOf(url);
    const addresses = isIP(host) ? [host] : await this.resolve(host);
    const isMeant = this.privateHosts.includes(host) || (url.origin === home?.origin && isOwnName(host));
    const mayAsk = (address: string): boolean => {
      const kind = kindOf(address);
      return kind === 'public' || (kind === 'private' && isMeant);
    };
    if (addresses.length === 0 || !addresses.every(mayAsk)) throw new OutgoingRefused('address');
    return addresses;
  }
}

/** As people write it: without the brackets of IPv6 and the final dot of a full name. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** Whether a host can only be one of the operator's own: an address, or a name that no public name server answers for. */
const isOwnName = (host: string): boolean =>
  isIP(host) !== 0 || !host.includes('.') || /\.(?:localhost|local|lan|internal|home\.arpa)$/.test(host);

/** Waits for a look-up, which cannot be broken off, no longer than the signal says. */
function inTime<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const ended = new Promise<never>((_, reject) => {
    const end = (): void => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  return Promise.race([work, ended]);
}

interface Limits {
  readonly patience: number;
  readonly longest: number;
}

interface Sending extends Pick<Limits, 'longest'> {
  readonly body: Buffer | undefined;
  readonly addresses: readonly string[];
  readonly signal: AbortSignal;
}

/** One request over a connection of its own, to one of the addresses that were looked at. */
function exchange(
  url: URL,
  { method, headers }: Request,
  { body, addresses, signal, longest }: Sending,
): Promise<Response> {
  const ask = url.protocol === 'https:' ? askSecure : askPlain;
  return new Promise((resolve, reject) => {
    const sent = ask(url, {
      method,
      // Nothing is unpacked: an answer is as long as it was sent.
      headers: { ...Object.fromEntries(headers), 'accept-encoding': 'identity' },
      lookup: answering(addresses),
      agent: false,
      signal,
    });
    sent.once('error', reject);
    sent.once('response', (response) => void read(response, longest).then(resolve, reject));
    sent.end(body);
  });
}

/** A resolver that knows one answer. */
const answering =
  (addresses: readonly string[]): LookupFunction =>
  (_name, { all }, callback) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    if (all) callback(null, found);
    else callback(null, found[0]?.address ?? '', found[0]?.family);
  };

async function read(response: IncomingMessage, longest: number): Promise<Response> {
  const status = response.statusCode ?? 0;
  if (status >= 300 && status < 400) {
    response.destroy();
    throw new OutgoingRefused('redirect');
  }
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longest) throw new OutgoingRefused('too_large');
    parts.push(part);
  }
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(response.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  const hasBody = status !== 204 && status !== 205;
  return new Response(hasBody ? Buffer.concat(parts) : null, { status, headers });
}
