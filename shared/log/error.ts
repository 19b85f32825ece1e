/** Why the library refuses what it was given; a caller has a sentence for each, or for the family before the dot. */
export type LogReason =
  | 'encoding.base64'
  | 'encoding.hex'
  | 'encoding.utf8'
  | 'tree.outside'
  | 'tile.path'
  | 'tile.length'
  | 'bundle.malformed'
  | 'bundle.entry_too_long'
  | 'key.malformed'
  | 'key.ambiguous'
  | 'note.malformed'
  | 'note.bad_signature'
  | 'note.no_known_signature'
  | 'checkpoint.malformed'
  | 'cosignature.malformed'
  | 'policy.malformed'
  | 'proof.malformed'
  | 'request.malformed'
  | 'json.malformed'
  | 'json.not_canonical'
  | 'json.outside_profile'
  | 'entry.malformed'
  | 'disclosure.malformed';

/** The only thing that this library throws: what it reads comes from strangers, and its caller knows what to expect. */
export class LogError extends Error {
  override readonly name = 'LogError';

  readonly reason: LogReason;
  /** The line of a text file at fault, from 1. */
  readonly line: number | undefined;

  /** @param detail what exactly, in English, for whoever reads the server's log; it never holds what was read */
  constructor(reason: LogReason, detail?: string, line?: number) {
    super(`${reason}${line === undefined ? '' : `, line ${line}`}${detail === undefined ? '' : `: ${detail}`}`);
    this.reason = reason;
    this.line = line;
  }
}

/** What a text holds, or nothing where the library refuses it: for callers to whom that is an answer. */
export function attempt<Thing>(read: () => Thing): Thing | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof LogError) return undefined;
    throw error;
  }
}
