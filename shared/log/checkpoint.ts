// C2SP tlog-checkpoint: how large a log is and what its root is, as the text of a signed note.
//
//   <origin>
//   <size>
//   <root in base64>
//
// Whoever has two checkpoints of one origin that do not fit together has proof against the log that anybody can check.
import { base64, decimal } from './encoding.js';
import { LogError } from './error.js';
import { parseHash, type Hash } from './hash.js';

export interface Checkpoint {
  /** Which log; it never changes, keys do. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  /** Further lines. Ours has none: they would be signed by witnesses who do not know what they say. */
  readonly extensions: readonly string[];
}

/** The text that is signed, with its last line break. */
export const formatCheckpoint = ({ origin, size, root }: Omit<Checkpoint, 'extensions'>): string =>
  `${origin}\n${size}\n${base64(root)}\n`;

/**
 * What a checkpoint says. It is the text of an opened note: nothing of it is true before a signature was checked.
 * @throws LogError checkpoint.malformed, or encoding.base64 for the root
 */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, size, root, ...extensions] = text.split('\n');
  // What follows the last line break is the empty text, and no other line is empty.
  if (extensions.pop() !== '' || extensions.includes('') || origin === undefined || origin === '')
    throw new LogError('checkpoint.malformed', 'lines');
  const leaves = decimal(size ?? '');
  if (leaves === undefined) throw new LogError('checkpoint.malformed', 'size');
  return { origin, size: leaves, root: parseHash(root ?? ''), extensions };
}
