/** Names and roles of authors are not told on a topic's stream, so a page is looked up anew after some seconds anyway. */
const freshMilliseconds = 5_000;
const pagesRemembered = 500;

interface Remembered<Page> {
  readonly seq: number;
  readonly at: number;
  readonly page: Page;
}

/**
 * Remembers pages for as long as nothing was told on their stream: whatever changes a page raises the stream's number
 * in the same transaction, so a page with the present number is the present page.
 */
export class PageMemory<Page> {
  private readonly pages = new Map<string, Remembered<Page>>();

  /** The remembered page, if the stream still has this number. */
  at(key: string, seq: number): Page | undefined {
    const known = this.pages.get(key);
    return known && known.seq === seq && Date.now() - known.at < freshMilliseconds ? known.page : undefined;
  }

  /** Forgets everything: what pages say changed in a way that no stream tells. */
  forget(): void {
    this.pages.clear();
  }

  remember(key: string, seq: number, page: Page): Page {
    this.pages.delete(key);
    this.pages.set(key, { seq, at: Date.now(), page });
    if (this.pages.size > pagesRemembered) this.pages.delete(this.pages.keys().next().value ?? key);
    return page;
  }
}
