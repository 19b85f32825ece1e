const failuresToOpen = 5;
const windowMilliseconds = 30_000;
const openMilliseconds = 60_000;

/**
 * Leaves a service alone for a minute after five failures within half a minute. After the pause calls go through again:
 * the first success closes the circuit, and the first failure opens it for another pause.
 */
export class CircuitBreaker {
  private failures: number[] = [];
  private openUntil: number | undefined;

  constructor(private readonly now: () => number) {}

  get isOpen(): boolean {
    return this.openUntil !== undefined && this.now() < this.openUntil;
  }

  succeeded(): void {
    // Calls that began before the circuit opened say nothing about the service now.
    if (this.isOpen) return;
    this.failures = [];
    this.openUntil = undefined;
  }

  failed(): void {
    const now = this.now();
    this.failures = [...this.failures.filter((at) => now - at < windowMilliseconds), now];
    if (this.failures.length >= failuresToOpen || this.openUntil !== undefined) this.openUntil = now + openMilliseconds;
  }
}
