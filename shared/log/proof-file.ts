// C2SP tlog-proof, version 1: everything that proves an entry, in one file that anybody can check without a network.
//
//   c2sp.org/tlog-proof@v1
//   extra <base64>
//   index <index of the entry>
//   <hashes of the inclusion proof, one a line>
//
//   <the checkpoint, as it was signed>
import { base64, decimal, fromBase64 } from './encoding.js';
import { LogError } from './error.js';
import { parseHash, type Hash } from './hash.js';
import { mostProofHashes } from './proof.js';

const firstLine = 'c2sp.org/tlog-proof@v1';

export interface ProofFile {
  /** What an application puts beside the proof. Nothing signs it. */
  readonly extra?: Uint8Array;
  readonly index: number;
  readonly proof: readonly Hash[];
  /** The signed note of the checkpoint, with its signatures. */
  readonly checkpoint: string;
}

/** The file ("Format"). */
export function formatProofFile({ extra, index, proof, checkpoint }: ProofFile): string {
  const head = [firstLine, ...(extra ? [`extra ${base64(extra)}`] : []), `index ${index}`, ...proof.map(base64)];
  return `${head.join('\n')}\n\n${checkpoint}`;
}

/** @throws LogError proof.malformed; of the checkpoint nothing is read here */
export function parseProofFile(text: string): ProofFile {
  // The first empty line: what stands before it has none, the checkpoint has.
  const [head, ...rest] = text.split('\n\n');
  const [first, ...lines] = (head ?? '').split('\n');
  if (first !== firstLine || rest.length === 0) throw new LogError('proof.malformed', 'not a proof of version 1');
  const extra = lines[0]?.startsWith('extra ') === true ? lines.shift()?.slice('extra '.length) : undefined;
  const [, digits] = /^index (\d+)$/.exec(lines.shift() ?? '') ?? [];
  const index = decimal(digits ?? '');
  if (index === undefined) throw new LogError('proof.malformed', 'index');
  if (lines.length > mostProofHashes) throw new LogError('proof.malformed', 'too many hashes');
  return {
    ...(extra !== undefined && { extra: fromBase64(extra) }),
    index,
    proof: lines.map(parseHash),
    checkpoint: rest.join('\n\n'),
  };
}
