import type { WebSocket } from 'ws';
import { closeCodes } from '../../../shared/documents/collab.protocol.js';

/** What may wait for a reader before nothing more is put there. */
const mostBuffered = 512 * 1024;
/** When so little is left that it can take more again. */
const drained = 64 * 1024;
const hopeless = 4 * 1024 * 1024;
const patienceMilliseconds = 10_000;

/**
 * A reader who cannot keep up does not make the server keep everything for them: what comes while much still waits is
 * left out, and when there is room again they get all that they missed at once, since that can always be worked out.
 */
export class SlowReader {
  private since: number | undefined;
  private known: Uint8Array | undefined;
  private resume: ((stateVector: Uint8Array) => void) | undefined;

  constructor(private readonly socket: Pick<WebSocket, 'bufferedAmount' | 'close' | 'terminate'>) {}

  get isBehind(): boolean {
    return this.since !== undefined;
  }

  /**
   * To be called after each frame.
   * @param stateVector what the reader knows once it has read everything that waits
   * @param resume sends all that somebody with that knowledge lacks
   */
  watch(stateVector: () => Uint8Array, resume: (stateVector: Uint8Array) => void): void {
    if (this.isBehind || this.socket.bufferedAmount <= mostBuffered) return;
    this.since = Date.now();
    this.known = stateVector();
    this.resume = resume;
  }

  /** To be called every now and then. */
  look(now: number): void {
    if (this.since === undefined) return;
    const { bufferedAmount } = this.socket;
    if (bufferedAmount > hopeless || now - this.since > patienceMilliseconds) {
      this.socket.close(closeCodes.overloaded);
      this.socket.terminate();
    } else if (bufferedAmount < drained) {
      this.since = undefined;
      if (this.known) this.resume?.(this.known);
    }
  }
}
