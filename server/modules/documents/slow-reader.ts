import type { WebSocket } from 'ws';
import { closeCodes } from '../../../shared/documents/collab.protocol.js';

/** What may wait for a reader before nothing more is put there. */
const mostBuffered = 512 * 1024;
/** When so little is left that it can take more again; and how much at least it has to take now and then. */
const drained = 64 * 1024;
const patienceMilliseconds = 10_000;

/**
 * A reader who cannot keep up does not make the server keep everything for them: what comes while much still waits is
 * left out, and when there is room again they get all that they missed at once, since that can always be worked out.
 * So never more waits than the limit and one answer.
 */
export class SlowReader {
  private behind: { since: number; waiting: number; known: Uint8Array } | undefined;

  /** @param resume sends all that somebody with that knowledge lacks */
  constructor(
    private readonly socket: Pick<WebSocket, 'bufferedAmount' | 'close' | 'terminate'>,
    private readonly resume: (stateVector: Uint8Array) => void,
  ) {}

  get isBehind(): boolean {
    return this.behind !== undefined;
  }

  /**
   * To be called after each frame.
   * @param stateVector what the reader knows once it has read everything that waits
   */
  watch(stateVector: () => Uint8Array): void {
    const { bufferedAmount } = this.socket;
    if (this.behind || bufferedAmount <= mostBuffered) return;
    this.behind = { since: Date.now(), waiting: bufferedAmount, known: stateVector() };
  }

  /** What the reader says itself that it knows; it is answered when there is room. */
  knows(stateVector: Uint8Array): void {
    if (this.behind) this.behind.known = stateVector;
  }

  /** To be called every now and then. */
  look(now: number): void {
    const { behind } = this;
    if (!behind) return;
    const { bufferedAmount } = this.socket;
    if (bufferedAmount < drained) {
      this.behind = undefined;
      this.resume(behind.known);
    } else if (bufferedAmount <= behind.waiting - drained) {
      behind.since = now;
      behind.waiting = bufferedAmount;
    } else if (now - behind.since > patienceMilliseconds) {
      this.socket.close(closeCodes.overloaded);
      this.socket.terminate();
    }
  }
}
