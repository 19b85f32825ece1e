import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Failure } from '../../../shared/contract/failure.js';
import { Log } from '../logging/log.js';
import { printAsPdf } from './headless-browser.js';

/** What was printed last is kept: the same pages are asked for again, and do not change. */
const mostKept = 24;
/** Who comes when so many wait is told to come back: a browser takes seconds, and there is one at a time. */
const mostWaiting = 8;

/** Makes PDFs of documents with the browser that the settings name, one at a time, each document once. */
@Injectable()
export class PdfPrinter implements OnModuleDestroy {
  /** By the hash of the document, the one that was asked for last at the end. */
  private readonly printed = new Map<string, Promise<Buffer>>();
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private readonly stopping = new AbortController();

  constructor(
    private readonly browser: string | undefined,
    private readonly log: Log,
  ) {}

  get isConfigured(): boolean {
    return this.browser !== undefined;
  }

  /** @throws Failure `print.not_configured`, or `server.unavailable` when it cannot be made now */
  async print(html: string): Promise<Buffer> {
    const { browser } = this;
    if (browser === undefined) throw new Failure('print.not_configured');
    const key = createHash('sha256').update(html).digest('base64');
    const pdf = this.printed.get(key) ?? this.inTurn(() => printAsPdf(browser, html, this.stopping.signal));
    this.keep(key, pdf);
    return pdf.catch((error: unknown) => {
      this.printed.delete(key);
      if (error instanceof Failure) throw error;
      this.log.error('print.failed', { error });
      throw new Failure('server.unavailable');
    });
  }

  /** A browser does not outlive the server. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.turn;
  }

  private inTurn(work: () => Promise<Buffer>): Promise<Buffer> {
    if (this.waiting >= mostWaiting) return Promise.reject(new Failure('server.unavailable'));
    this.waiting += 1;
    const done = this.turn.then(work).finally(() => {
      this.waiting -= 1;
    });
    this.turn = done.catch(() => undefined);
    return done;
  }

  private keep(key: string, pdf: Promise<Buffer>): void {
    this.printed.delete(key);
    this.printed.set(key, pdf);
    const [oldest] = this.printed.keys();
    if (this.printed.size > mostKept && oldest !== undefined) this.printed.delete(oldest);
  }
}
