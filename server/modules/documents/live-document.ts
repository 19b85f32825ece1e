import type * as Y from 'yjs';
import { closeCodes } from '../../../shared/documents/collab.protocol.js';
import type { DocumentShape } from '../../../shared/documents/document-shape.js';
import { AwarenessRoom } from './awareness-room.js';
import type { Appender, AppendLog } from './append-log.js';
import { frames } from './collab-frames.js';
import type { Guest } from './document-guest.js';
import { DocumentContent, TaintedDocument, type WholeState } from './document-content.js';
import type { Batch, LogEnd, StoredUpdate } from './document-log.repository.js';
import { DocumentTail, type Placed, type TailEntry } from './document-tail.js';
import type { Loaded } from './document-loading.js';
import { RefusedFrame } from './ingress/refused-frame.js';
import { readUpdate } from './ingress/update-reader.js';
import { WriterBindings, type Binding } from './ingress/writer-bindings.js';
import { ServerClients, type FreshClient } from './server-clients.js';
import { Telling } from './telling.js';

/** An entry of the log that somebody waits for. */
interface Entry extends TailEntry {
  readonly from: Guest | undefined;
  /** What happens in its turn, once it and all before it are written. */
  readonly act: ((end: LogEnd) => void) | undefined;
}

/** Reads a document anew from what is stored, and what the log holds beyond a number, with the clients of its writers. */
export interface Stored {
  load(): Promise<Loaded>;
  after(seq: number): Promise<{ readonly rows: readonly StoredUpdate[]; readonly bindings: readonly Binding[] }>;
}

const remakeAgainMilliseconds = 1_000;

/**
 * One document as long as somebody has it open. Everything that is accepted goes through the tail to the database, and
 * only then to others: nothing is shown to anybody, and nothing is said to be saved, that is not committed.
 */
export class LiveDocument implements Appender {
  readonly connections = new Set<Guest>();
  readonly awareness: AwarenessRoom<Guest>;
  readonly bindings: WriterBindings;
  readonly dyadId: string;
  private readonly serverClients: ServerClients;
  private readonly telling = new Telling(this.connections);
  private readonly tail: DocumentTail<Entry>;
  private content: DocumentContent;
  private remaking: Promise<void> | undefined;
  private behind = false;
  /** How often something that another node wrote came in. */
  private followed = 0;
  private isOver = false;
  /** How many bytes the log has grown by since the document is in memory. */
  grown = 0;

  constructor(
    readonly id: string,
    loaded: Loaded,
    private readonly shape: DocumentShape,
    private readonly log: Pick<AppendLog, 'wake'>,
    private readonly stored: Stored,
  ) {
    this.content = new DocumentContent(shape, loaded.state, loaded.updates);
    this.dyadId = loaded.dyadId;
    this.tail = new DocumentTail({ id, dyadId: loaded.dyadId }, loaded.end);
    this.awareness = new AwarenessRoom((update) => this.telling.awareness(update));
    this.bindings = new WriterBindings(loaded.bindings, (client) => this.awareness.ownerOf(client));
    this.serverClients = new ServerClients(this.bindings);
  }

  /** The number of the newest update that is written. */
  get seq(): number {
    return this.tail.end.seq;
  }

  /** Resolves when what is in memory can be worked with; nothing when it can already. */
  get ready(): Promise<void> | undefined {
    return this.remaking;
  }

  /** Sends a connection all that it lacks, once that is written, and tells it what comes from then on. */
  join(connection: Guest, stateVector: Uint8Array): void {
    if (this.remaking) return void this.remaking.then(() => this.join(connection, stateVector));
    const missing = this.content.missing(stateVector);
    this.inTurn(connection, () => connection.join(frames.step2(missing)));
  }

  stateVector(): Uint8Array {
    return this.content.stateVector();
  }

  /** What those know who were told everything so far: what is accepted or written only is not counted. */
  toldVector(): Uint8Array {
    return this.content.stateVector([...this.telling.untold, ...this.tail.updates]);
  }

  /**
   * Takes in an update of somebody who may write.
   * @returns `incomplete` when it builds on what is not here: the sender has to send all that is not
   * @throws RefusedFrame
   */
  receive(update: Uint8Array, from: Guest): 'accepted' | 'incomplete' {
    const summary = readUpdate(update);
    if (!this.content.isComplete(summary)) return 'incomplete';
    this.content.requireAffordable(summary);
    if (summary.structs.length > 0 && this.content.isFull(Date.now()))
      throw new RefusedFrame('the document is full', closeCodes.tooLarge);
    const { memberId } = from.caller.presence;
    const clients = this.bindings.require(summary, memberId, (client) => this.content.clockOf(client));
    const news = this.received(update);
    const fresh = news ? clients.map((client) => ({ client, memberId })) : [];
    for (const one of fresh) this.bindings.add({ ...one, recent: true });
    this.push({ memberId, bytes: news, fresh, from, act: undefined });
    return 'accepted';
  }

  /** Whether an update says something new. @throws RefusedFrame */
  isNews(update: Uint8Array): boolean {
    return this.content.isNews(readUpdate(update));
  }

  /** Does something in its turn: when all that was accepted before is written. */
  inTurn(from: Guest | undefined, act: (end: LogEnd) => void): void {
    this.push({ memberId: null, bytes: undefined, fresh: [], from, act });
  }

  /** Changes the document in the server's name, because of something a member did; resolves when it is written. */
  async change(memberId: string | null, work: (doc: Y.Doc) => void): Promise<LogEnd> {
    while (this.remaking) await this.remaking;
    const { client, fresh } = this.serverClients.for(memberId);
    const bytes = this.content.change(client, work);
    if (bytes) this.serverClients.bind(memberId, client);
    return new Promise((resolve) => {
      this.push({ memberId, bytes, fresh: bytes ? fresh : [], from: undefined, act: resolve });
    });
  }

  /**
   * Takes in what was written in a copy of this document, beside what was written here meanwhile.
   * @param writers whose the clients of the copy are: the words stay theirs
   * @returns false when somebody here took a client's place, so that it does not fit
   */
  async merge(memberId: string, update: Uint8Array, writers: readonly FreshClient[]): Promise<boolean> {
    while (this.remaking) await this.remaking;
    if (!this.content.goesOnFrom(update)) return false;
    const bytes = this.content.follow([update]);
    const fresh = bytes ? writers.filter(({ client }) => !this.bindings.has(client)) : [];
    for (const one of fresh) this.bindings.add({ ...one, recent: false });
    return new Promise((resolve) => {
      this.push({ memberId, bytes, fresh, from: undefined, act: () => resolve(true) });
    });
  }

  /** Looks at the document as it is now; resolves when all that was seen, and nothing else, is written up to an end. */
  look<Result>(at: (doc: Y.Doc) => Result): Promise<{ readonly seen: Result; readonly end: LogEnd }> {
    return this.seen((content) => content.read(at));
  }

  /** All that was written up to a number, put together. */
  async state(): Promise<{ readonly state: WholeState; readonly seq: number }> {
    const { seen, end } = await this.seen((content) => content.state());
    return { state: seen, seq: end.seq };
  }

  private async seen<Result>(see: (content: DocumentContent) => Result) {
    for (;;) {
      while (this.remaking) await this.remaking;
      const { followed } = this;
      const seen = see(this.content);
      const end = await new Promise<LogEnd>((resolve) => this.inTurn(undefined, resolve));
      // What another node wrote meanwhile may stand before what was seen here: then no number has exactly that.
      if (followed === this.followed) return { seen, end };
    }
  }

  /** Somebody else may have written in it: another node. */
  hint(seq: number): void {
    if (seq <= this.seq) return;
    this.behind = true;
    this.log.wake(this);
  }

  leave(connection: Guest): void {
    this.connections.delete(connection);
    this.awareness.leave(connection);
  }

  get hasMore(): boolean {
    return !this.tail.isEmpty;
  }

  begin(): Batch {
    return this.tail.begin();
  }

  written(end: LogEnd): void {
    this.settle(this.tail.arrived(end));
  }

  get isBehind(): boolean {
    return this.behind;
  }

  turnBack(): void {
    this.tail.turnBack();
    this.behind = true;
  }

  async catchUp(): Promise<void> {
    const { rows, bindings } = await this.stored.after(this.seq);
    this.behind = false;
    for (const one of bindings) this.bindings.add(one);
    const { own, others } = this.tail.catchUp(rows);
    this.settle(own);
    if (others.length === 0) return;
    this.followed += 1;
    this.grown += others.reduce((sum, { length }) => sum + length, 0);
    if (!this.remaking) this.content.follow(others);
    this.telling.updates(others.map((bytes) => ({ bytes, from: undefined })));
  }

  stalled(isStalled: boolean): void {
    if (isStalled) for (const connection of this.connections) connection.interrupt();
  }

  destroy(): void {
    this.isOver = true;
    this.awareness.destroy();
    this.telling.destroy();
    this.content.destroy();
  }

  private received(update: Uint8Array): Uint8Array | undefined {
    try {
      return this.content.receive(update);
    } catch (error) {
      if (error instanceof TaintedDocument) this.remake();
      throw error instanceof RefusedFrame ? error : new RefusedFrame('it cannot be applied');
    }
  }

  /** Throws what is in memory away and makes it again from what was accepted. */
  private remake(): void {
    this.content.destroy();
    this.remaking = this.remadeAtLast();
  }

  private async remadeAtLast(): Promise<void> {
    for (let isMade = false; !isMade && !this.isOver;) {
      try {
        await this.remakeOnce();
        isMade = true;
      } catch {
        // Nobody can work meanwhile; they come back by themselves, and keep what they have.
        for (const connection of this.connections) connection.interrupt();
        await new Promise((resolve) => setTimeout(resolve, remakeAgainMilliseconds));
      }
    }
  }

  private async remakeOnce(): Promise<void> {
    const { state, updates, end } = await this.stored.load();
    const written = [...updates];
    for (let { seq } = end; seq < this.seq;) {
      const { rows } = await this.stored.after(seq);
      written.push(...rows.map(({ bytes }) => bytes));
      seq = rows.at(-1)?.seq ?? this.seq;
    }
    this.content = new DocumentContent(this.shape, state, [...written, ...this.tail.updates]);
    this.remaking = undefined;
  }

  private push(entry: Entry): void {
    this.tail.push(entry);
    this.log.wake(this);
  }

  /** Those who join get all they lack first, so that what is told next fits; then everybody is told, then thanked. */
  private settle(placed: readonly Placed<Entry>[]): void {
    for (const { entry, end } of placed) entry.act?.(end);
    const entries = placed.map(({ entry }) => entry);
    this.grown += entries.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
    this.telling.updates(entries.flatMap(({ bytes, from }) => (bytes ? [{ bytes, from }] : [])));
    this.telling.saved(
      entries.flatMap(({ from, act }) => (from && !act ? [from] : [])),
      this.seq,
    );
  }
}
