/**
 * Runs a piece of work again and again while there is more of it, one run at a time, whenever woken. Work that fails
 * is tried again after a pause, so a database that is away for a minute only delays.
 */
export class Drain {
  private running: Promise<void> | undefined;
  private wokenAgain = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param step does one batch and says whether there may be more
   * @param everyMs how long to wait at most before looking by itself: what a crashed process left is found so
   * @param goesByItself false: it begins nothing but when somebody waits for it with `idle`
   */
  constructor(
    private readonly step: () => Promise<boolean>,
    private readonly everyMs: number,
    private readonly onError: (error: unknown) => void,
    private readonly goesByItself = true,
  ) {}

  start(): void {
    if (!this.goesByItself) return;
    this.timer = setInterval(() => this.wake(), this.everyMs);
    this.timer.unref();
    this.wake();
  }

  wake(): void {
    if (this.goesByItself) this.begin();
  }

  /** Finishes the batch under way and does no other. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Resolves when everything there is to do now is done. */
  async idle(): Promise<void> {
    this.begin();
    while (this.running) await this.running;
  }

  private begin(): void {
    if (this.stopped) return;
    this.wokenAgain = true;
    this.running ??= this.runUntilDry().finally(() => {
      this.running = undefined;
      if (this.wokenAgain && !this.stopped) this.begin();
    });
  }

  private async runUntilDry(): Promise<void> {
    while (this.wokenAgain && !this.stopped) {
      this.wokenAgain = false;
      try {
        while (!this.stopped && (await this.step()));
      } catch (error) {
        this.onError(error);
        // The next wake or the next tick tries again; a tight loop on a broken database would help nobody.
        this.wokenAgain = false;
      }
    }
  }
}
