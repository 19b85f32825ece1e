import { parseCheckpoint } from '../../../shared/log/checkpoint.js';
import { attempt } from '../../../shared/log/error.js';
import { parseNote } from '../../../shared/log/note.js';
import { parseProofFile } from '../../../shared/log/proof-file.js';

/** What a file is by its text; what it is called says nothing. A policy has lines that begin with one of four words. */
export const whatItIs = (text: string): 'policy' | 'other' =>
  /^(?:log|witness|group|quorum)[ \t]/m.test(text) && !text.startsWith('c2sp.org/') ? 'policy' : 'other';

/** The origin of the log that a receipt is from, as it says itself. */
export const originOf = (receipt: string): string | undefined =>
  attempt(() => parseCheckpoint(parseNote(parseProofFile(receipt).checkpoint).text).origin);

/**
 * The address of a receipt's log where it is on the site that served this page, which may be asked without asking the
 * reader: whoever serves the page knows of the visit. On a page from a disk there is none.
 */
export function ownLog(receipt: string): string | undefined {
  const origin = originOf(receipt);
  const isOwn = location.host !== '' && origin?.startsWith(`${location.host}/`) === true;
  return isOwn ? `${location.protocol}//${origin}` : undefined;
}
