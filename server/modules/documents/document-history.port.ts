import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type * as Y from 'yjs';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DocumentContent } from './document-content.js';
import { DocumentHistoryRepository, type Stretch } from './document-history.repository.js';
import { DocumentKinds } from './document-kinds.port.js';

/** A step of a document's history: what was written until an update, by whom, and when it began. */
export interface HistoryStep {
  readonly upto: number;
  readonly memberIds: readonly string[];
  readonly at: Date;
}

/** A document of which the history is asked. */
interface Told {
  readonly id: string;
  readonly dyadId: string;
  readonly kind: string;
}

/** A document as it was at a number, kept a moment: who plays a history asks for what comes next. */
interface Replayed {
  readonly id: string;
  readonly content: DocumentContent;
  seq: number;
}

const rowsAtOnce = 1_000;
const keptMilliseconds = 30_000;

/** The history of documents, from their logs: steps that people can follow, and what the document said after each. */
@Injectable()
export class DocumentHistory implements OnModuleDestroy {
  private turn: Promise<unknown> = Promise.resolve();
  private kept: Replayed | undefined;
  private readonly timer: { current?: NodeJS.Timeout } = {};

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: DocumentHistoryRepository,
    private readonly kinds: DocumentKinds,
  ) {}

  onModuleDestroy(): void {
    this.forget();
  }

  /** The history up to a number as at most so many steps, by writers and pauses; in a long one neighbours are joined. */
  async steps(tx: Tx, id: string, upto: number, most: number): Promise<HistoryStep[]> {
    return stepsOf(await this.repository.stretches(tx, id, upto), upto, most);
  }

  /** Whose words are written under each client id. */
  async writers(tx: Tx, id: string): Promise<ReadonlyMap<number, string>> {
    return new Map((await this.repository.writers(tx, id)).map(({ client, memberId }) => [client, memberId]));
  }

  /**
   * Looks at a document as it was after each of some updates, which come in order. Logs are read from their beginning,
   * in parts and one after the other, so that a long one keeps nobody waiting who writes; what was reached is kept a
   * moment for who asks for the next.
   */
  replay<Result>(document: Told, ends: readonly number[], see: (doc: Y.Doc) => Result): Promise<Result[]> {
    const mine = this.turn.then(async () => {
      const seen: Result[] = [];
      clearTimeout(this.timer.current);
      for (const end of ends) seen.push((await this.replayed(document, end)).content.read(see));
      this.timer.current = setTimeout(() => this.forget(), keptMilliseconds);
      this.timer.current.unref();
      return seen;
    });
    this.turn = mine.catch(() => this.forget());
    return mine;
  }

  private async replayed(document: Told, end: number): Promise<Replayed> {
    if (this.kept?.id !== document.id || this.kept.seq > end) this.begin(document);
    const { kept } = this;
    if (!kept) throw new Error('Nothing was begun');
    while (kept.seq < end) {
      const rows = await this.unitOfWork.run({ dyadId: document.dyadId }, (tx) =>
        this.repository.updates(tx, document.id, kept.seq, end, rowsAtOnce),
      );
      if (rows.length === 0) throw new Error('The log ends before what was asked for');
      kept.content.follow(rows.map(({ bytes }) => bytes));
      kept.seq = rows.at(-1)?.seq ?? end;
    }
    return kept;
  }

  private begin({ id, kind }: Told): void {
    this.forget();
    this.kept = { id, content: new DocumentContent(this.kinds.of(kind).shape, undefined, []), seq: 0 };
  }

  private forget(): void {
    clearTimeout(this.timer.current);
    this.kept?.content.destroy();
    this.kept = undefined;
  }
}

function stepsOf(stretches: readonly Stretch[], upto: number, most: number): HistoryStep[] {
  const together = Math.max(1, Math.ceil(stretches.length / most));
  const steps: HistoryStep[] = [];
  for (let at = 0; at < stretches.length; at += together) {
    const some = stretches.slice(at, at + together);
    const next = stretches[at + together];
    const [first] = some;
    if (!first) continue;
    steps.push({
      upto: next ? next.from - 1 : upto,
      memberIds: [...new Set(some.flatMap(({ memberId }) => memberId ?? []))],
      at: first.at,
    });
  }
  return steps;
}
