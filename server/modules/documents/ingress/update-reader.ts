import { skipAny } from './any-value.js';
import { BoundedReader } from './bounded-reader.js';
import { RefusedFrame } from './refused-frame.js';

/** What an update says about one client: structs without a gap, from a clock on. */
export interface ClientStructs {
  readonly client: number;
  readonly from: number;
  /** The clock after the last. */
  readonly to: number;
  readonly many: number;
}

export interface DeletedRange {
  readonly client: number;
  readonly clock: number;
  /** The clock after the last. */
  readonly to: number;
}

/** An update, read but not applied. */
export interface UpdateSummary {
  readonly structs: readonly ClientStructs[];
  readonly deletes: readonly DeletedRange[];
  /** By client, the clock up to which the document has to be known before this can be applied. */
  readonly needs: ReadonlyMap<number, number>;
  /** Whether it leaves out structs in its middle, which then have to be there already. */
  readonly hasGaps: boolean;
}

export const largestClient = 2 ** 32 - 1;
export const largestClock = 2 ** 31;
const mostClients = 64;
const longestRun = 1_000_000;
const longestName = 64;

/** Numbers of structs and contents as Yjs writes them (version 1 of its format, yjs/src/structs). */
const struct = { gc: 0, skip: 10 };
const content = { deleted: 1, string: 4, format: 6, type: 7, any: 8 };
const typeNumbers = { xmlElement: 3, xmlText: 6 };
const hasOrigin = 0x80;
const hasRightOrigin = 0x40;
const hasParentSub = 0x20;
const isRoot = 1;

/**
 * Reads an update of Yjs (version 1 of its format) as far as its safety needs, before Yjs itself sees it: counts that
 * would make it reserve hundreds of megabytes, runs that would move a clock for ever, contents that no editor of ours
 * makes, anything at the root of a document, deletions that cost more than they delete.
 * @throws RefusedFrame
 */
export const readUpdate = (update: Uint8Array): UpdateSummary => new UpdateReader(update).read();

class UpdateReader {
  private readonly reader: BoundedReader;
  private readonly needs = new Map<number, number>();
  private hasGaps = false;

  constructor(update: Uint8Array) {
    this.reader = new BoundedReader(update);
  }

  read(): UpdateSummary {
    const clients = this.reader.count(3);
    if (clients > mostClients) throw new RefusedFrame('it speaks for too many clients');
    const structs = Array.from({ length: clients }, () => this.structs());
    requireOnce(structs.map(({ client }) => client));
    const deletes = this.deletes();
    this.reader.end();
    return { structs, deletes, needs: this.needs, hasGaps: this.hasGaps };
  }

  private structs(): ClientStructs {
    const many = this.reader.count(2);
    const client = this.reader.number(largestClient);
    const from = this.reader.number(largestClock);
    this.need(client, from);
    let to = from;
    for (let number = 0; number < many; number += 1) {
      const length = this.struct();
      if (length === 0) throw new RefusedFrame('a struct is empty');
      to += length;
      if (to > largestClock) throw new RefusedFrame('a clock is too far');
    }
    return { client, from, to, many };
  }

  /** @returns its length in clock ticks */
  private struct(): number {
    const info = this.reader.byte();
    const kind = info & 0x1f;
    if (kind === struct.skip) this.hasGaps = true;
    if (kind === struct.gc || kind === struct.skip) return this.run();
    if (info & hasOrigin) this.id();
    if (info & hasRightOrigin) this.id();
    if ((info & (hasOrigin | hasRightOrigin)) === 0) {
      // What stands beside nothing says where it stands; at a root only the server puts things.
      if (this.reader.number(isRoot) === isRoot) throw new RefusedFrame('it writes at a root');
      this.id();
      if (info & hasParentSub) this.reader.text(longestName);
    }
    return this.content(kind);
  }

  private content(kind: number): number {
    switch (kind) {
      case content.deleted:
        return this.run();
      case content.string:
        return this.string();
      case content.format:
        this.reader.text(longestName);
        this.reader.skipText();
        return 1;
      case content.type:
        return this.type();
      case content.any:
        return this.values();
      default:
        throw new RefusedFrame('it holds what no editor makes');
    }
  }

  /** Characters are counted as JavaScript counts them, in units of UTF-16. */
  private string(): number {
    return this.reader.text(this.reader.left).length;
  }

  private type(): number {
    const type = this.reader.number(typeNumbers.xmlText);
    if (type === typeNumbers.xmlElement) this.reader.text(longestName);
    else if (type !== typeNumbers.xmlText) throw new RefusedFrame('it holds what no editor makes');
    return 1;
  }

  private values(): number {
    const many = this.reader.count();
    for (let number = 0; number < many; number += 1) skipAny(this.reader);
    return many;
  }

  private run(): number {
    return this.reader.number(longestRun);
  }

  private id(): void {
    const client = this.reader.number(largestClient);
    this.need(client, this.reader.number(largestClock) + 1);
  }

  private need(client: number, clock: number): void {
    this.needs.set(client, Math.max(clock, this.needs.get(client) ?? 0));
  }

  /** Sorted and without overlap, as Yjs writes them: each range is paid for once. */
  private deletes(): DeletedRange[] {
    const found: DeletedRange[] = [];
    const clients = this.reader.count(2);
    const seen: number[] = [];
    for (let number = 0; number < clients; number += 1) {
      const client = this.reader.number(largestClient);
      seen.push(client);
      const ranges = this.reader.count(2);
      let end = 0;
      for (let range = 0; range < ranges; range += 1) {
        const clock = this.reader.number(largestClock);
        if (clock < end) throw new RefusedFrame('deletions overlap');
        const length = this.reader.number(largestClock);
        // Yjs would cut an item where nothing is deleted, here and nowhere else.
        if (length === 0) throw new RefusedFrame('a deletion is empty');
        end = clock + length;
        found.push({ client, clock, to: end });
        this.need(client, end);
      }
    }
    requireOnce(seen);
    return found;
  }
}

function requireOnce(clients: readonly number[]): void {
  if (new Set(clients).size !== clients.length) throw new RefusedFrame('a client comes twice');
}
