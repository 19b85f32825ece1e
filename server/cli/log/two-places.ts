import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { UncheckedError } from '../command.js';
import { replaceFile } from './durable-file.js';
import { bytesIfThere } from './given-files.js';

/** As long as a checkpoint with a good many signatures. */
const placeBytes = 16 * 1024;

/**
 * The last texts that were written to a file, which has two places for them: a text goes into the place that does not have
 * the one it follows, so that a power cut while it is written leaves that one as it was. Neither name nor size of the file
 * ever changes, so a text is on the disk after a single flush; a file that is replaced needs two, of its folder also.
 *
 * Whoever reads has to tell by the texts themselves which of them is whole.
 */
export class TwoPlaces {
  constructor(readonly path: string) {}

  /** What stands in the places, from the first on; nothing where nothing was ever written. @throws UncheckedError */
  read(): string[] {
    const bytes = bytesIfThere(this.path);
    if (bytes === undefined) return [];
    if (bytes.length !== 2 * placeBytes) throw new UncheckedError(`${this.path} is no memory of checkpoints.`);
    return [bytes.subarray(0, placeBytes), bytes.subarray(placeBytes)].map((place) =>
      // A text ends with a zero, which no text has; what is behind it was longer once.
      Buffer.from(place.subarray(0, place.indexOf(0))).toString(),
    );
  }

  /** Whether a text is short enough to be kept. */
  fits = (text: string): boolean => Buffer.byteLength(text) < placeBytes;

  /**
   * Keeps a text. It is on the disk when this returns.
   * @param last the place of the text that has to stay, as `read` numbers them; none the first time
   */
  write(text: string, last: number | undefined): void {
    const bytes = Buffer.from(`${text}\0`);
    if (last === undefined) {
      const places = Buffer.alloc(2 * placeBytes);
      bytes.copy(places);
      replaceFile(this.path, places);
      return;
    }
    const file = openSync(this.path, 'r+');
    try {
      const from = last === 0 ? placeBytes : 0;
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, from + at);
      fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}
