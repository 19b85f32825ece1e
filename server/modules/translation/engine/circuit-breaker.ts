import { EngineError, type EngineErrorKind } from './translation-engine.js';

const failuresToOpen = 5;
const windowMilliseconds = 30_000;
const openMilliseconds = 60_000;
const longestPauseMilliseconds = 3_600_000;

/** What one text or one pair did wrong says nothing about the next. */
const harmless: readonly EngineErrorKind[] = ['unsupported_pair', 'rejected'];
/** The engine itself asks to be left alone, or will not serve us at all. */
const asksForPause: readonly EngineErrorKind[] = ['rate_limited', 'quota_exceeded', 'denied'];

/**
 * Leaves an engine alone for a minute after five failures within half a minute, and at once, for as long as it says, when
 * it asks for a pause. After the pause calls go through again: the first success closes the circuit, and the first
 * failure opens it for another pause.
 */
export class CircuitBreaker {
  private failures: number[] = [];
  private openUntil: number | undefined;

  constructor(private readonly now: () => number = Date.now) {}

  get isOpen(): boolean {
    return this.openUntil !== undefined && this.now() < this.openUntil;
  }

  /** Seconds until the engine may be asked again. */
  get retryAfterSeconds(): number {
    return Math.max(0, Math.ceil(((this.openUntil ?? 0) - this.now()) / 1000));
  }

  succeeded(): void {
    // Calls that began before the circuit opened say nothing about the engine now.
    if (this.isOpen) return;
    this.failures = [];
    this.openUntil = undefined;
  }

  failed(error?: unknown): void {
    const known = error instanceof EngineError ? error : undefined;
    if (known && harmless.includes(known.kind)) return;
    const now = this.now();
    this.failures = [...this.failures.filter((at) => now - at < windowMilliseconds), now];
    const asked = known !== undefined && asksForPause.includes(known.kind);
    if (!asked && this.failures.length < failuresToOpen && this.openUntil === undefined) return;
    const pause = Math.min(longestPauseMilliseconds, (asked ? (known.retryAfterSeconds ?? 0) : 0) * 1000);
    this.openUntil = Math.max(this.openUntil ?? 0, now + Math.max(pause, openMilliseconds));
  }
}
