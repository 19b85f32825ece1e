import { fromUtf8 } from '../../../shared/log/encoding.js';
import { attempt } from '../../../shared/log/error.js';
import { entriesPath, longestEntry, tilePath, tileWidth, type Bundle, type Tile } from '../../../shared/log/tile.js';
import { OutgoingRequests, type Send } from '../../platform/http/outgoing-requests.js';
import { UncheckedError } from '../command.js';

const patienceMilliseconds = 20_000;
/** A full bundle of the longest entries there can be. */
const longestAnswer = tileWidth * (longestEntry + 2);
/** Requests that are under way at once. */
const hands = 8;

/** A log, or a copy of one, at its address. */
export class LogAddress {
  /** As it was named, with a slash at its end. */
  readonly base: URL;
  private readonly send: Send;

  /** @throws UncheckedError for what is no address of the web */
  constructor(named: string) {
    if (!URL.canParse(named) || !/^https?:/i.test(named)) throw new UncheckedError(`${named} is no address of a log.`);
    this.base = new URL(named.endsWith('/') ? named : `${named}/`);
    // Whoever runs the command means the host they wrote, even where it is one of their own network.
    const outgoing = new OutgoingRequests([this.base.hostname], { warn: () => undefined });
    this.send = outgoing.onBehalfOf(this.base.href, patienceMilliseconds, longestAnswer);
  }

  /** The bytes at a path below the address, nothing where there are none. @throws UncheckedError */
  async read(path: string): Promise<Uint8Array | undefined> {
    const answer = await this.ask(path);
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw new UncheckedError(`${this.base.href}${path} answers ${answer.status}.`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** The text at a path. @throws UncheckedError, also where there is none, or no text in UTF-8 */
  async text(path: string): Promise<string> {
    const bytes = await this.read(path);
    if (bytes === undefined) throw new UncheckedError(`${this.base.href}${path} is not there.`);
    const text = attempt(() => fromUtf8(bytes));
    if (text === undefined) throw new UncheckedError(`${this.base.href}${path} is no text in UTF-8.`);
    return text;
  }

  /** A tile, in the state of this width or a later one: a partial tile need not be kept once the full one is there. */
  tile = (tile: Tile): Promise<Uint8Array | undefined> =>
    this.either(tilePath(tile), tilePath({ level: tile.level, index: tile.index }));

  /** A bundle, likewise. */
  bundle = (bundle: Bundle): Promise<Uint8Array | undefined> =>
    this.either(entriesPath(bundle), entriesPath({ index: bundle.index }));

  /** @throws UncheckedError where nobody answers */
  async post(path: string, type: string, body: string): Promise<Response> {
    return this.ask(path, { method: 'POST', headers: { 'content-type': type }, body });
  }

  private async either(path: string, full: string): Promise<Uint8Array | undefined> {
    const bytes = await this.read(path);
    return bytes === undefined && full !== path ? this.read(full) : bytes;
  }

  private async ask(path: string, request?: RequestInit): Promise<Response> {
    const address = new URL(path, this.base);
    try {
      return await this.send(address, request);
    } catch (error) {
      const why = error instanceof Error ? error.message : 'unknown';
      throw new UncheckedError(`${address.href} cannot be reached: ${why}`);
    }
  }
}

/** Does some work for each thing, several at once. */
export async function forEach<Thing>(things: Iterable<Thing>, work: (thing: Thing) => Promise<void>): Promise<void> {
  const queue = things[Symbol.iterator]();
  const hand = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: hands }, hand));
}
