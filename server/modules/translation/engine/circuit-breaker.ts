const failuresToOpen = 5;
const windowMilliseconds = 30_000;
const openMilliseconds = 60_000;

/** Leaves an engine alone for a minute after five failures within half a minute; then one call tries whether it is back. */
export class CircuitBreaker {
  private failures: number[] = [];
  private openedAt: number | undefined;

  constructor(private readonly now: () => number = Date.now) {}

  get isOpen(): boolean {
    return this.openedAt !== undefined && this.now() - this.openedAt < openMilliseconds;
  }

  succeeded(): void {
    this.failures = [];
    this.openedAt = undefined;
  }

  failed(): void {
    const now = this.now();
    this.failures = [...this.failures.filter((at) => now - at < windowMilliseconds), now];
    // A failure of the one call that tries after the pause opens it again at once.
    if (this.failures.length >= failuresToOpen || this.openedAt !== undefined) this.openedAt = now;
  }
}
