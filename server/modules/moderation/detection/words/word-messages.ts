import type { WordEntry } from '../../../../../shared/moderation/detection/wordlist.schema.js';
import type { WordHit } from './word-matching.js';

/** What the worker needs of an entry. */
export type SoughtEntry = Pick<WordEntry, 'text' | 'form'>;

/** What the server tells its worker: the entries of a dyad, to forget them, or a text to look through. */
export type ToWorker =
  | { readonly type: 'entries'; readonly dyad: string; readonly entries: readonly SoughtEntry[] }
  | { readonly type: 'forget'; readonly dyad: string }
  | { readonly type: 'text'; readonly dyad: string; readonly text: string };

/** What the worker says: once that it is there, then what it found in each text. */
export type FromWorker = { readonly type: 'ready' } | { readonly type: 'found'; readonly hits: readonly WordHit[] };
