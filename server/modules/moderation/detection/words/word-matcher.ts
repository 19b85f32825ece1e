import { Worker } from 'node:worker_threads';
import type { Log } from '../../../../platform/logging/log.js';
import type { WordHit } from './word-matching.js';
import type { FromWorker, SoughtEntry, ToWorker } from './word-messages.js';

/** The entries of a dyad as they stand; `stamp` changes whenever they do. */
export interface SoughtWords {
  readonly dyad: string;
  readonly stamp: string;
  readonly entries: readonly SoughtEntry[];
}

/** What the thread may take: of time for one text, and of memory for all lists. */
export interface WorkerLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const usualLimits: WorkerLimits = { milliseconds: 2_000, megabytes: 256 };

/** How long a thread may take to begin; a machine that is slower has other worries. */
const beginMilliseconds = 30_000;

/** So many dyads are kept ready in the thread. */
const mostDyads = 32;

const workerFile = new URL('./word-matching.worker.js', import.meta.url);

/**
 * Has texts looked through in a thread of its own, one after the other. A thread that is late or dies is replaced, and the
 * text that it had is answered with nothing, so that a human looks.
 */
export class WordMatcher {
  private worker: Worker | undefined;
  /** The stamps of what the thread knows, by dyad, the longest unused first. */
  private readonly told = new Map<string, string>();
  private turn: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly log: Pick<Log, 'warn'>,
    private readonly limits: WorkerLimits = usualLimits,
  ) {}

  /** @returns what was found, or nothing when the thread died or was late */
  find(words: SoughtWords, text: string): Promise<readonly WordHit[] | undefined> {
    const found = this.turn.then(() => this.ask(words, text));
    this.turn = found.catch(() => undefined);
    return found;
  }

  /** Ends the thread. What is asked afterwards is answered with nothing. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.worker?.terminate();
  }

  private async ask(words: SoughtWords, text: string): Promise<readonly WordHit[] | undefined> {
    if (this.stopped) return undefined;
    if (words.entries.length === 0) return [];
    const outcome = await this.lookThrough(words, text);
    if (typeof outcome !== 'string') return outcome;
    this.log.warn('detection.words_not_looked_at', { why: outcome });
    return undefined;
  }

  private async lookThrough(words: SoughtWords, text: string): Promise<readonly WordHit[] | Trouble> {
    const worker = this.worker ?? (await this.begin());
    if (typeof worker === 'string') return worker;
    const answer = answerOf(worker, this.limits.milliseconds);
    this.tell(worker, words);
    send(worker, { type: 'text', dyad: words.dyad, text });
    const outcome = await answer;
    if (typeof outcome !== 'string') return outcome.type === 'found' ? outcome.hits : [];
    await this.giveUp(worker);
    return outcome;
  }

  private async begin(): Promise<Worker | Trouble> {
    const worker = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: this.limits.megabytes } });
    worker.unref();
    this.worker = worker;
    // Whoever waits for an answer hears of it; a thread that dies with nothing to do is replaced when there is.
    worker.on('error', () => void this.giveUp(worker));
    const outcome = await answerOf(worker, beginMilliseconds);
    if (typeof outcome !== 'string') return worker;
    await this.giveUp(worker);
    return outcome;
  }

  private async giveUp(worker: Worker): Promise<void> {
    if (this.worker === worker) {
      this.worker = undefined;
      this.told.clear();
    }
    await worker.terminate();
  }

  /** Lets the thread know the entries of the dyad, and forget those of the one that was longest not asked for. */
  private tell(worker: Worker, { dyad, stamp, entries }: SoughtWords): void {
    const known = this.told.get(dyad);
    this.told.delete(dyad);
    this.told.set(dyad, stamp);
    if (known !== stamp) send(worker, { type: 'entries', dyad, entries });
    const [oldest] = this.told.keys();
    if (this.told.size <= mostDyads || oldest === undefined) return;
    this.told.delete(oldest);
    send(worker, { type: 'forget', dyad: oldest });
  }
}

/** Why a thread did not answer. */
type Trouble = 'late' | 'died';

/** What a thread says next, unless it dies or takes longer than it may. */
function answerOf(worker: Worker, milliseconds: number): Promise<FromWorker | Trouble> {
  return new Promise((resolve) => {
    const settle = (outcome: FromWorker | Trouble): void => {
      clearTimeout(timer);
      worker.off('message', settle).off('exit', died);
      resolve(outcome);
    };
    const died = (): void => settle('died');
    const timer = setTimeout(() => settle('late'), milliseconds);
    worker.on('message', settle).on('exit', died);
  });
}

const send = (worker: Worker, message: ToWorker): void => worker.postMessage(message, []);
