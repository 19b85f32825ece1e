/** What one socket may send; a fast typist with a cursor makes some ten frames a second. */
const framesPerSecond = 60;
const framesBurst = 300;
const bytesPerSecond = 256 * 1024;
const bytesBurst = 2 * 1024 * 1024;

/** How often somebody may ask for all they lack: a client does it when it comes, and is answered with a whole document. */
const asksPerSecond = 1;
const asksBurst = 10;

/** How often reading may be paused before the sender is sent away. */
const patience = 5;

/** Counts what a socket sends: who sends too much is read more slowly, and who goes on is sent away. */
export class FrameBudget {
  private frames = framesBurst;
  private bytes = bytesBurst;
  private asks = asksBurst;
  private pauses = 0;
  private at = Date.now();

  take(length: number, now: number): 'read' | 'pause' | 'refuse' {
    const seconds = Math.max(0, now - this.at) / 1000;
    this.at = now;
    this.frames = Math.min(framesBurst, this.frames + seconds * framesPerSecond) - 1;
    this.bytes = Math.min(bytesBurst, this.bytes + seconds * bytesPerSecond) - length;
    this.asks = Math.min(asksBurst, this.asks + seconds * asksPerSecond);
    if (this.frames > framesBurst / 2) this.pauses = 0;
    if (this.frames >= 0 && this.bytes >= 0) return 'read';
    this.pauses += 1;
    return this.pauses > patience * framesPerSecond ? 'refuse' : 'pause';
  }

  /** Whether another question for all that is lacking may be answered. */
  ask(): boolean {
    this.asks -= 1;
    return this.asks >= 0;
  }
}
