// C2SP tlog-witness: what a log sends to a witness (POST <submission prefix>/add-checkpoint).
//
//   old <size that the witness has>
//   <hashes of the consistency proof from that size, one a line>
//
//   <the checkpoint, signed by the log>
import { base64, decimal, hex, utf8 } from './encoding.js';
import { LogError } from './error.js';
import { parseHash, type Hash, type Sha256 } from './hash.js';
import { mostProofHashes } from './proof.js';

/** The name under which a witness shows what it has of a log ("Monitoring"). */
export const originHash = (sha256: Sha256, origin: string): string => hex(sha256(utf8(origin)));

export interface AddCheckpoint {
  /** The size of the tree that the witness cosigned last; 0 for the first time. */
  readonly old: number;
  readonly proof: readonly Hash[];
  /** The signed note of the checkpoint. */
  readonly checkpoint: string;
}

export const formatAddCheckpoint = ({ old, proof, checkpoint }: AddCheckpoint): string =>
  `${[`old ${old}`, ...proof.map(base64)].join('\n')}\n\n${checkpoint}`;

/** @throws LogError request.malformed; of the checkpoint nothing is read here */
export function parseAddCheckpoint(text: string): AddCheckpoint {
  const [head, ...rest] = text.split('\n\n');
  const [first, ...lines] = (head ?? '').split('\n');
  const [, digits] = /^old (\d+)$/.exec(first ?? '') ?? [];
  const old = decimal(digits ?? '');
  if (old === undefined || rest.length === 0) throw new LogError('request.malformed', 'old size');
  if (lines.length > mostProofHashes) throw new LogError('request.malformed', 'too many hashes');
  return { old, proof: lines.map(parseHash), checkpoint: rest.join('\n\n') };
}
