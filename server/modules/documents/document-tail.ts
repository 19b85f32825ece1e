import { nextLink } from './document-chain.js';
import type { FreshClient } from './server-clients.js';
import type { Batch, ChainedUpdate, LogEnd, StoredUpdate } from './document-log.repository.js';

/** Something that happens to a document in its turn: an update to be written, or only a moment in the order. */
export interface TailEntry {
  readonly memberId: string | null;
  readonly bytes: Uint8Array | undefined;
  /** Clients seen for the first time with this update, and whose they are. */
  readonly fresh: readonly FreshClient[];
}

/** An entry with the end that the log has once it, and all before it, are written. */
export interface Placed<Entry> {
  readonly entry: Entry;
  readonly end: LogEnd;
}

const updatesAtOnce = 1_000;
const bytesAtOnce = 1024 * 1024;

/**
 * What was accepted and is not written yet, in order. One part of it is under way to the database, the rest waits. It
 * knows the end of the log as far as this node has seen it.
 */
export class DocumentTail<Entry extends TailEntry = TailEntry> {
  private waiting: Entry[] = [];
  private underWay: Placed<Entry>[] = [];

  constructor(
    private readonly document: { readonly id: string; readonly dyadId: string },
    public end: LogEnd,
  ) {}

  get isEmpty(): boolean {
    return this.waiting.length + this.underWay.length === 0;
  }

  /** Everything accepted that is not known to be written. */
  get updates(): Uint8Array[] {
    return [...this.underWay.map(({ entry }) => entry), ...this.waiting].flatMap(({ bytes }) => (bytes ? [bytes] : []));
  }

  push(entry: Entry): void {
    this.waiting.push(entry);
  }

  /** Sends the next part on its way. @returns what is to be written; it may hold no update */
  begin(): Batch {
    let bytes = 0;
    let many = 0;
    while (many < Math.min(this.waiting.length, updatesAtOnce) && (many === 0 || bytes < bytesAtOnce)) {
      bytes += this.waiting[many]?.bytes?.length ?? 0;
      many += 1;
    }
    this.underWay = placed(this.waiting.splice(0, many), this.end);
    return {
      document: this.document.id,
      dyadId: this.document.dyadId,
      after: this.end,
      updates: this.underWay.flatMap(({ entry: { memberId, bytes }, end }): ChainedUpdate[] =>
        bytes ? [{ memberId, bytes, ...end }] : [],
      ),
      bindings: this.underWay.flatMap(({ entry }) => entry.fresh),
    };
  }

  /** What was under way is written. @returns it, with the log ending as given */
  arrived(end: LogEnd): Placed<Entry>[] {
    this.end = end;
    const arrived = this.underWay;
    this.underWay = [];
    return arrived;
  }

  /** What was under way is not written, or nobody knows: it goes first the next time. */
  turnBack(): void {
    this.waiting = [...this.underWay.map(({ entry }) => entry), ...this.waiting];
    this.underWay = [];
  }

  /**
   * Takes in what the log holds beyond its known end. The first rows may be our own, when the word that they were
   * written got lost on the way.
   * @returns our own entries that are written after all, and the updates of others
   */
  catchUp(rows: readonly StoredUpdate[]): { readonly own: Placed<Entry>[]; readonly others: Uint8Array[] } {
    const own: Placed<Entry>[] = [];
    let at = 0;
    for (const { bytes } of rows) {
      const next = this.waiting.findIndex((entry) => entry.bytes !== undefined);
      const update = this.waiting[next]?.bytes;
      if (!update || !bytes.equals(update)) break;
      own.push(...placed(this.waiting.splice(0, next + 1), own.at(-1)?.end ?? this.end));
      at += 1;
    }
    const last = rows.at(-1);
    if (last) this.end = { seq: last.seq, chain: last.chain };
    return { own, others: rows.slice(at).map(({ bytes }) => bytes) };
  }
}

/** Entries as they follow each other after an end: what is no update leaves the log as it is. */
function placed<Entry extends TailEntry>(entries: readonly Entry[], after: LogEnd): Placed<Entry>[] {
  let end = after;
  return entries.map((entry) => {
    if (entry.bytes) end = { seq: end.seq + 1, chain: nextLink(end.chain, entry.bytes) };
    return { entry, end };
  });
}
