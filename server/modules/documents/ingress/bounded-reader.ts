import { RefusedFrame } from './refused-frame.js';

const mostShift = 35;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads the variable-length numbers and strings of lib0's encoding, never past the end of what was received and never
 * making room for more than is there: a count that was sent is a claim.
 */
export class BoundedReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get left(): number {
    return this.bytes.length - this.at;
  }

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw new RefusedFrame('it ends too early');
    this.at += 1;
    return value;
  }

  /** @param most the largest value that makes sense here */
  number(most: number): number {
    let value = 0;
    for (let shift = 0; shift <= mostShift; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        if (value > most) throw new RefusedFrame('a number is too large');
        return value;
      }
    }
    throw new RefusedFrame('a number is too long');
  }

  /** How many of something follow, each at least `size` bytes long. */
  count(size = 1): number {
    return this.number(Math.floor(this.left / size));
  }

  take(length: number): Uint8Array {
    if (length > this.left) throw new RefusedFrame('it ends too early');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** A string or a buffer that is not looked at. */
  skipText(): void {
    this.take(this.number(this.left));
  }

  /** @param most the longest that makes sense here, in bytes */
  text(most: number): string {
    const length = this.number(this.left);
    if (length > most) throw new RefusedFrame('a name is too long');
    try {
      return utf8.decode(this.take(length));
    } catch (error) {
      throw error instanceof RefusedFrame ? error : new RefusedFrame('a text is not UTF-8');
    }
  }

  /** @throws RefusedFrame when something follows */
  end(): void {
    if (this.left > 0) throw new RefusedFrame('something follows its end');
  }
}
