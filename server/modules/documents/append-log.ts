import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DatabaseError } from 'pg';
import { Clock } from '../../platform/clock/clock.js';
import { Log } from '../../platform/logging/log.js';
import { DocumentLogRepository, endOf, type Batch, type LogEnd } from './document-log.repository.js';

/** A document as the log sees it. */
export interface Appender {
  readonly id: string;
  /** Hands over what is to be written next. */
  begin(): Batch;
  /** What was handed over is written, and the log ends so. */
  written(end: LogEnd): void;
  /** What was handed over is not written, or nobody knows: the log may go on beyond its known end. */
  turnBack(): void;
  /** Whether the log goes on, or may go on, beyond its known end. */
  readonly isBehind: boolean;
  /** Reads what the log holds beyond its known end; nothing is handed over meanwhile. */
  catchUp(): Promise<void>;
  /** Whether the database has not taken anything for long. */
  stalled(isStalled: boolean): void;
  readonly hasMore: boolean;
}

const stallMilliseconds = 5_000;
const shortestPause = 50;
const longestPause = 2_000;

/**
 * Group commit for all documents of a node: one statement is under way, and what comes meanwhile goes together with the
 * next. So there is no timer, nothing waits longer than a commit, and the busier it is the fewer commits there are.
 */
@Injectable()
export class AppendLog implements OnApplicationShutdown {
  private readonly dirty = new Set<Appender>();
  private running: Promise<void> | undefined;
  private failingSince: number | undefined;
  private stopped = false;
  private tellWritten: (id: string, seq: number) => void = () => undefined;

  constructor(
    private readonly log: Log,
    private readonly repository: DocumentLogRepository,
    private readonly clock: Clock,
  ) {}

  /** Called with every document of which something was written, and the number it has come to. */
  onWritten(listener: (id: string, seq: number) => void): void {
    this.tellWritten = listener;
  }

  /** Something waits to be written in this document. */
  wake(document: Appender): void {
    this.dirty.add(document);
    this.running ??= this.run();
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  onApplicationShutdown(): void {
    this.stopped = true;
  }

  private async run(): Promise<void> {
    // What is accepted in this turn of the event loop goes together.
    await new Promise((resolve) => setImmediate(resolve));
    let pause = shortestPause;
    while (this.dirty.size > 0 && !this.stopped) {
      const documents = [...this.dirty];
      this.dirty.clear();
      const failed = await this.writeOrPart(documents);
      if (failed.length === 0) {
        pause = shortestPause;
        this.failingSince = undefined;
        continue;
      }
      await this.wait(failed, pause);
      pause = Math.min(longestPause, pause * 2);
    }
    // In the same moment as the last look: who wakes it a moment later must not find it running.
    this.running = undefined;
  }

  /** @returns the documents of which nothing could be written */
  private async writeOrPart(documents: readonly Appender[]): Promise<readonly Appender[]> {
    try {
      await this.write(documents);
      return [];
    } catch (error) {
      this.log.warn('documents.append_failed', { error, documents: documents.length });
      // The database refuses what is written in one of them: that must not hold up all the others.
      if (documents.length === 1 || !(error instanceof DatabaseError)) return documents;
    }
    for (const document of documents) document.turnBack();
    const failed: Appender[] = [];
    for (const document of documents) failed.push(...(await this.writeOrPart([document])));
    return failed;
  }

  private async write(documents: readonly Appender[]): Promise<void> {
    for (const document of documents) if (document.isBehind) await document.catchUp();
    const batches = new Map(documents.map((document) => [document, document.begin()]));
    const toWrite = [...batches.values()].filter(({ updates }) => updates.length > 0);
    const written = toWrite.length > 0 ? await this.repository.append(toWrite, this.clock.now()) : new Set<string>();
    for (const [document, batch] of batches) {
      if (batch.updates.length === 0 || written.has(batch.document)) document.written(endOf(batch));
      else document.turnBack();
      if (written.has(batch.document)) this.tellWritten(batch.document, endOf(batch).seq);
      if (document.hasMore || document.isBehind) this.dirty.add(document);
    }
  }

  /** The database is away, or the connection broke: whether anything was written is asked before it is tried again. */
  private async wait(documents: readonly Appender[], milliseconds: number): Promise<void> {
    this.failingSince ??= Date.now();
    const isStalled = Date.now() - this.failingSince > stallMilliseconds;
    for (const document of documents) {
      document.turnBack();
      document.stalled(isStalled);
      this.dirty.add(document);
    }
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  }
}
