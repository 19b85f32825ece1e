import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Log } from '../../platform/logging/log.js';
import { AppendLog } from './append-log.js';
import { DocumentKinds } from './document-kinds.port.js';
import { DocumentOpening } from './document-opening.service.js';
import { LiveDocument } from './live-document.js';

/** A document in memory, or on its way there. Whoever uses it is counted. */
interface Held {
  readonly document: Promise<LiveDocument>;
  /** The number up to which a state is stored, and how much had grown by then. */
  keptUpto: number;
  keptBytes: number;
  users: number;
  idleSince: number;
}

const idleMilliseconds = 30_000;
const lookMilliseconds = 250;
const longestTail = 500;
const heaviestTail = 1024 * 1024;
const mostInMemory = 5_000;
const writtenWithinMilliseconds = 10_000;
/** How much a document has to have grown for its state to be stored when the server stops, and how long that may take. */
const worthStoring = 50;
const storedWithinMilliseconds = 2_000;

/** The documents that are open on this node: each is loaded once, kept while somebody uses it, and let go afterwards. */
@Injectable()
export class LiveDocuments implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly held = new Map<string, Held>();
  private readonly timer: { current?: NodeJS.Timeout } = {};
  private keeping: Promise<void> | undefined;
  private tellOpened: (document: LiveDocument) => void = () => undefined;

  constructor(
    private readonly opening: DocumentOpening,
    private readonly kinds: DocumentKinds,
    private readonly appends: AppendLog,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer.current = setInterval(() => void this.look(), lookMilliseconds);
    this.timer.current.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer.current);
    const written = Promise.all([this.keeping, this.appends.idle()]).then(() => this.storeWhatGrew());
    // While the database is away nothing gets written; who sent it was not told otherwise, and sends it again.
    await Promise.race([written, new Promise((resolve) => setTimeout(resolve, writtenWithinMilliseconds).unref())]);
  }

  /** Whether a document is in memory, or may be taken there. */
  hasRoomFor(id: string): boolean {
    return this.held.has(id) || this.held.size < mostInMemory;
  }

  /** How many documents are in memory, or coming there. */
  get size(): number {
    return this.held.size;
  }

  /** Called with every document when it comes into memory. */
  onOpened(listener: (document: LiveDocument) => void): void {
    this.tellOpened = listener;
  }

  /** The documents that are in memory now. */
  async open(): Promise<LiveDocument[]> {
    const all = await Promise.allSettled([...this.held.values()].map(({ document }) => document));
    return all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  /** Uses a document as long as the work takes. @throws Error when there is none of this id */
  async use<Result>(id: string, work: (document: LiveDocument) => Promise<Result>): Promise<Result> {
    const document = await this.take(id);
    try {
      return await work(document);
    } finally {
      this.release(id);
    }
  }

  /** Takes a document to use it until `release`. @throws Error when there is none of this id */
  async take(id: string): Promise<LiveDocument> {
    const held = this.held.get(id) ?? this.load(id);
    held.users += 1;
    try {
      return await held.document;
    } catch (error) {
      held.users -= 1;
      if (this.held.get(id) === held) this.held.delete(id);
      throw error;
    }
  }

  release(id: string): void {
    const held = this.held.get(id);
    if (!held) return;
    held.users -= 1;
    held.idleSince = Date.now();
  }

  /** A document that is in memory, or coming there; never loads one. */
  peek(id: string): Promise<LiveDocument> | undefined {
    return this.held.get(id)?.document;
  }

  private load(id: string): Held {
    const held: Held = {
      document: this.opened(id, (seq) => (held.keptUpto = seq)),
      keptUpto: 0,
      keptBytes: 0,
      users: 0,
      idleSince: Date.now(),
    };
    this.held.set(id, held);
    return held;
  }

  /** @param kept is told the number up to which a state was stored: what was written since counts as grown */
  private async opened(id: string, kept: (seq: number) => void): Promise<LiveDocument> {
    const loaded = await this.opening.load(id);
    kept(loaded.end.seq - loaded.updates.length);
    const { shape } = this.kinds.of(loaded.kind);
    const document = new LiveDocument(id, loaded, shape, this.appends, this.opening.storedOf(id));
    this.tellOpened(document);
    return document;
  }

  /** Now and then: keeps lines alive, stores states of documents that grew, and lets go of those that nobody uses. */
  private async look(): Promise<void> {
    const now = Date.now();
    for (const held of this.held.values()) {
      void held.document.then(
        (document) => document.connections.forEach((connection) => connection.keepAlive(now)),
        () => undefined,
      );
    }
    if (this.keeping) return;
    this.keeping = this.keep(now).finally(() => {
      this.keeping = undefined;
    });
    await this.keeping;
  }

  private async keep(now: number): Promise<void> {
    for (const [id, held] of this.held) {
      const document = await held.document.catch(() => undefined);
      if (!document || document.ready) continue;
      const isIdle = held.users === 0 && now - held.idleSince >= idleMilliseconds;
      const grown = document.seq - held.keptUpto;
      const isHeavy = document.grown - held.keptBytes >= heaviestTail;
      if (grown >= longestTail || isHeavy || (isIdle && grown > 0)) await this.store(document, held);
      if (isIdle && held.users === 0 && !document.hasMore && this.held.get(id) === held) {
        this.held.delete(id);
        document.destroy();
      }
    }
  }

  /** So that nobody waits for long logs to be read after a planned stop. What is not stored in time costs only that. */
  private async storeWhatGrew(): Promise<void> {
    const until = Date.now() + storedWithinMilliseconds;
    for (const held of this.held.values()) {
      const document = await held.document.catch(() => undefined);
      if (Date.now() > until) return;
      if (document && !document.ready && document.seq - held.keptUpto >= worthStoring) await this.store(document, held);
    }
  }

  private async store(document: LiveDocument, held: Held): Promise<void> {
    const { grown } = document;
    try {
      const { state, seq } = await document.state();
      await this.opening.keepState({ id: document.id, dyadId: document.dyadId }, seq, state);
      held.keptUpto = seq;
      held.keptBytes = grown;
    } catch (error) {
      this.log.warn('document.state_not_stored', { error });
    }
  }
}
