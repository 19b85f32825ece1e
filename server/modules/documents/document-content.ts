import * as Y from 'yjs';
import { closeCodes } from '../../../shared/documents/collab.protocol.js';
import type { DocumentShape } from '../../../shared/documents/document-shape.js';
import { longestDocumentBytes } from '../../../shared/documents/document.rules.js';
import { RefusedFrame } from './ingress/refused-frame.js';
import { ShapeGuard } from './ingress/shape-guard.js';
import type { UpdateSummary } from './ingress/update-reader.js';

/** A change after which the document in memory cannot be trusted: it has to be made anew from what is stored. */
export class TaintedDocument extends RefusedFrame {}

/** The state vector of who has nothing. */
const nothingKnown = Uint8Array.of(0);

/** How long a count of the whole is good for, unless so much came meanwhile that it is worth another. */
const countedForMilliseconds = 5_000;
const worthCounting = longestDocumentBytes / 16;

/** How many pieces one update may add or cut out; a page that is pasted has hundreds. */
const mostPieces = 10_000;
/** From so many on it is looked at what they cost: each piece may move all that its author wrote. */
const manyPieces = 500;
const mostMoves = 200_000_000;

/** Where a change comes from: checked changes of people, and changes of the server, which made the structure. */
type Origin = 'people' | 'server';

/** All updates up to some number, put together: one update that says it all, and what who has it knows. */
export interface WholeState {
  readonly bytes: Uint8Array;
  readonly vector: Uint8Array;
}

/**
 * What a document says, in memory. Updates of people are applied only when they pass the shape; one that throws or
 * breaks the shape has touched the document, which then has to be thrown away. A stored state that nothing came after is
 * read only when somebody needs more than to be given it: the first who opens a long document does not wait for that.
 */
export class DocumentContent {
  private made: Y.Doc | undefined;
  private readonly guard: ShapeGuard;
  private emitted: Uint8Array[] = [];
  private fault: string | undefined;
  private encoded: Uint8Array | undefined;
  /** How many bytes the whole takes at most: what was last counted and all that came since. */
  private weight: number;
  /** What was last counted, and when. */
  private counted = 0;
  private countedAt = Number.NEGATIVE_INFINITY;

  /** @param stored what was accepted before, in order; applied as one */
  constructor(
    private readonly shape: DocumentShape,
    private readonly stored: WholeState | undefined,
    since: readonly Uint8Array[],
  ) {
    this.guard = new ShapeGuard(shape);
    this.weight = since.reduce((sum, { length }) => sum + length, stored?.bytes.length ?? 0);
    if (!stored || since.length > 0) this.make(since);
  }

  private get doc(): Y.Doc {
    return this.made ?? this.make([]);
  }

  private make(since: readonly Uint8Array[]): Y.Doc {
    const doc = new Y.Doc();
    this.made = doc;
    // A root has no type until somebody names it.
    doc.getMap(this.shape.structure);
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.origin === 'people') this.fault ??= this.guard.faultOf(transaction);
      // Yjs tidies marks up after changes of others, each copy in its own way and by deleting: people's copies say so to
      // all others. What the server deleted by itself would stand in no log.
      transaction._needFormattingCleanup = false;
    });
    doc.transact(() => {
      if (this.stored) Y.applyUpdate(doc, this.stored.bytes, 'server' satisfies Origin);
      for (const update of since) Y.applyUpdate(doc, update, 'server' satisfies Origin);
    }, 'server' satisfies Origin);
    if (since.length === 0) this.encoded = this.stored?.bytes;
    doc.on('update', (update: Uint8Array) => this.emitted.push(update));
    return doc;
  }

  /**
   * Applies what somebody sent.
   * @returns what of it was new, as Yjs itself writes it; nothing when all of it was known
   * @throws TaintedDocument when it must not stay; the document is of no use then
   */
  receive(update: Uint8Array): Uint8Array | undefined {
    this.fault = undefined;
    try {
      Y.applyUpdate(this.doc, update, 'people' satisfies Origin);
    } catch {
      throw new TaintedDocument('it cannot be applied');
    }
    if (this.fault !== undefined) throw new TaintedDocument(this.fault);
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs !== null || pendingDs !== null) throw new TaintedDocument('it hangs in the air');
    return this.taken();
  }

  /** Applies what was accepted elsewhere. @returns what of it was new; nothing when all of it was known */
  follow(updates: readonly Uint8Array[]): Uint8Array | undefined {
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, 'server' satisfies Origin);
    }, 'server' satisfies Origin);
    return this.taken();
  }

  /**
   * Changes the document as the server.
   * @param client the id that what it writes is written under
   * @returns the update, or nothing when nothing changed
   */
  change(client: number, work: (doc: Y.Doc) => void): Uint8Array | undefined {
    this.doc.clientID = client;
    this.doc.transact(() => work(this.doc), 'server' satisfies Origin);
    return this.taken();
  }

  /** Looks at the document; what is found must not be changed. */
  read<Result>(look: (doc: Y.Doc) => Result): Result {
    return look(this.doc);
  }

  /** Whether an update from a copy of this document goes on from it, or is in it already. */
  goesOnFrom(update: Uint8Array): boolean {
    const { from, to } = Y.parseUpdateMeta(update);
    return [...from].every(([client, clock]) => {
      const known = this.clockOf(client);
      return known === clock || known >= (to.get(client) ?? clock);
    });
  }

  clockOf(client: number): number {
    return Y.getState(this.doc.store, client);
  }

  /** Whether all that an update builds on is here, in the document or in the update itself. */
  isComplete({ structs, needs, hasGaps }: UpdateSummary): boolean {
    const sent = new Map(structs.map(({ client, from, to }) => [client, { from, to }]));
    for (const [client, clock] of needs) {
      const known = this.clockOf(client);
      const own = sent.get(client);
      const reached = own && own.from <= known ? Math.max(known, own.to) : known;
      if (clock > reached) return false;
    }
    return !hasGaps || structs.every(({ client, to }) => to <= this.clockOf(client));
  }

  /** Refuses what would keep everybody waiting: how long an update takes grows with its pieces and with the document. */
  requireAffordable({ structs, deletes }: UpdateSummary): void {
    let pieces = structs.reduce((sum, { client, to, many }) => sum + (to > this.clockOf(client) ? many : 0), 0);
    for (const range of deletes) if (pieces <= mostPieces && this.deletes(range)) pieces += 1;
    if (pieces <= manyPieces) return;
    const longest = Math.max(...[...this.doc.store.clients.values()].map(({ length }) => length));
    if (pieces > mostPieces || pieces * longest > mostMoves)
      throw new RefusedFrame('it is too much at once', closeCodes.tooLarge);
  }

  /**
   * Whether the document has grown so large that nothing is added any more. Counting costs as much as the whole is long,
   * so it is done when much came, or now and then; what is replaced over and over fills nothing.
   */
  isFull(now: number): boolean {
    if (this.weight <= longestDocumentBytes) return false;
    const isFresh = now - this.countedAt < countedForMilliseconds;
    if (!isFresh || this.weight - this.counted >= worthCounting) {
      this.countedAt = now;
      this.counted = this.missing(nothingKnown).length;
      this.weight = this.counted;
    }
    return this.counted > longestDocumentBytes;
  }

  /** Whether an update would change anything: what readers send is only looked at. */
  isNews({ structs, deletes }: UpdateSummary): boolean {
    return structs.some(({ client, to }) => to > this.clockOf(client)) || deletes.some((range) => this.deletes(range));
  }

  /** @param without updates that are here and not to be counted */
  stateVector(without: readonly Uint8Array[] = []): Uint8Array {
    if (!this.made && this.stored) return this.stored.vector;
    if (without.length === 0) return Y.encodeStateVector(this.doc);
    const clocks = Y.decodeStateVector(Y.encodeStateVector(this.doc));
    for (const update of without) {
      for (const [client, from] of Y.parseUpdateMeta(update).from)
        clocks.set(client, Math.min(from, clocks.get(client) ?? 0));
    }
    return Y.encodeStateVector(clocks);
  }

  /** All that somebody does not have who has what the state vector says. The whole is encoded once for all who join. */
  missing(stateVector: Uint8Array): Uint8Array {
    if (stateVector.length > 1) return Y.encodeStateAsUpdate(this.doc, stateVector);
    if (!this.made && this.stored) return this.stored.bytes;
    this.encoded ??= Y.encodeStateAsUpdate(this.doc);
    return this.encoded;
  }

  /** The whole. */
  state(): WholeState {
    return { bytes: this.missing(nothingKnown), vector: this.stateVector() };
  }

  destroy(): void {
    this.made?.destroy();
  }

  private deletes({ client, clock, to }: { client: number; clock: number; to: number }): boolean {
    const structs = this.doc.store.clients.get(client);
    if (!structs || to > this.clockOf(client)) return true;
    for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
      const struct = structs[at];
      if (!struct || struct.id.clock >= to) return false;
      if (!struct.deleted) return true;
    }
    return false;
  }

  private taken(): Uint8Array | undefined {
    const updates = this.emitted;
    this.emitted = [];
    this.weight += updates.reduce((sum, { length }) => sum + length, 0);
    if (updates.length > 0) this.encoded = undefined;
    return updates.length > 1 ? Y.mergeUpdates(updates) : updates[0];
  }
}
