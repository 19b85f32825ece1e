import { placeKinds } from './folded-point.js';
import { foldText } from './folded-text.js';

/** How an entry of a word list meets the words of a text: as a whole word, as the beginning of one, as words in a row. */
export const entryForms = ['word', 'stem', 'phrase'] as const;
export type EntryForm = (typeof entryForms)[number];

/** `banned` has no place in the dialogue, `suspect` depends on what is said; both only bring a text to a moderator. */
export const entryKinds = ['banned', 'suspect'] as const;
export type EntryKind = (typeof entryKinds)[number];

export const wordlistLimits = {
  /** Characters of an entry. */
  entry: 100,
  /** Entries of a list in one language. */
  entries: 2000,
  /** Entries that one joint act adds, and that it takes away: so many can be read before they are agreed to. */
  changes: 100,
  /** Letters of a stem: shorter ones would begin every other word. */
  stemLetters: 3,
  /** Hosts that links may go to. */
  hosts: 500,
} as const;

/** Whether an entry is what its form says: one word, a stem long enough, several words. */
export function fitsForm(text: string, form: EntryForm): boolean {
  const { kinds } = foldText(text.trim());
  const { space, mark } = placeKinds;
  const letters = kinds.filter((kind) => kind !== space && kind !== mark).length;
  if (letters === 0 || kinds.at(0) === space || kinds.at(-1) === space) return false;
  const isOneWord = !kinds.includes(space);
  if (form === 'phrase') return !isOneWord;
  return isOneWord && (form === 'word' || letters >= wordlistLimits.stemLetters);
}

/** Whether a text is the name of a host as addresses are sent with it: ASCII, small letters, at least one dot. */
export const isHost = (text: string): boolean =>
  text.length <= 253 && /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,9}[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(text);
