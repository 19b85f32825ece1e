import type { CitedForAll, CitedThing } from '../../../../shared/statements/citation.schema.js';
import type { Tx } from '../../../platform/database/tx.js';

/** Where the targets of one kind of citation are: how they are looked up, and how they are found to be cited. */
export interface CitationSource {
  /** Each of these targets as members may know it, also one that is not there. As many queries for one as for many. */
  look(tx: Tx, dyadId: string, targets: readonly string[]): Promise<CitedThing[]>;

  /** The same as everybody may know it. */
  lookForAll(tx: Tx, dyadId: string, targets: readonly string[]): Promise<CitedForAll[]>;

  /**
   * What can be cited and has all these words, newest first; without words, the newest.
   * @param words in lower case
   */
  find(tx: Tx, dyadId: string, words: readonly string[], limit: number): Promise<CitedThing[]>;
}
