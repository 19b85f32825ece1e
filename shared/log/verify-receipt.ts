// A receipt: a proof file whose extra line holds the entry and what of it may be shown, so that the file alone is enough.
//
// Six questions are asked of it, each with an answer of its own. A receipt that is not broken may still leave some open: no
// witness has signed yet, or the reader has seen no checkpoint before. That is said, and is not the same as broken.
import type { Checkpoint } from './checkpoint.js';
import { parseDisclosure, statesOf, type DisclosureState } from './disclosure.js';
import { base64, fromBase64, fromUtf8, sameBytes, utf8 } from './encoding.js';
import { parseEntry, type Entry } from './entry.js';
import { attempt, LogError } from './error.js';
import { leafHash, type Hash } from './hash.js';
import { jcs } from './jcs.js';
import type { LogCrypto } from './note.js';
import type { Policy } from './policy.js';
import { formatProofFile, parseProofFile, type ProofFile } from './proof-file.js';
import { verifyConsistency, verifyInclusion } from './proof.js';
import { held, signedCheckpoint, type CheckState, type Cosigned } from './signed-checkpoint.js';

/** In the order in which they are asked. */
export const checkNames = ['leaf', 'inclusion', 'log_signature', 'witnesses', 'consistency', 'disclosures'] as const;
export type CheckName = (typeof checkNames)[number];

export interface Check {
  readonly name: CheckName;
  readonly state: CheckState;
}

/** What the verifier knows, none of it from the receipt. */
export interface ReceiptKnowledge {
  /** The keys of the log, and whose cosignatures are enough. */
  readonly policy: Policy;
  /** The leaf hash that the receipt has to be about, where one was given with it, as by a printed code. */
  readonly leaf?: Hash;
  /** A checkpoint of the same log that the verifier relies on, and the proof between it and the one of the receipt. */
  readonly remembered?: { readonly size: number; readonly root: Hash; readonly proof: readonly Hash[] };
  /** The digests that the log says were erased. */
  readonly erased?: ReadonlySet<string>;
  /** Which paths entries of a kind show to everybody, given those that one was seen to show. */
  readonly publicPaths?: (type: string, shown: readonly string[]) => readonly string[];
}

export interface ReceiptReport {
  readonly checks: readonly Check[];
  readonly index: number;
  /** The hash of the entry that the receipt holds. */
  readonly leaf?: Hash;
  /** What the receipt says; only worth something where the checks held. */
  readonly entry?: Entry;
  readonly checkpoint?: Checkpoint;
  readonly cosigned: readonly Cosigned[];
  readonly disclosures: readonly DisclosureState[];
}

/** A receipt: `extra` is the canonical JSON of the entry, in base64, and of the disclosures. */
export const formatReceipt = (
  entry: Uint8Array,
  disclosures: readonly string[],
  proof: Omit<ProofFile, 'extra'>,
): string => formatProofFile({ ...proof, extra: utf8(jcs({ entry: base64(entry), disclosures })) });

/**
 * Asks the six questions.
 * @throws LogError proof.malformed, encoding.base64 where the file is no proof at all
 */
export function verifyReceipt(crypto: LogCrypto, text: string, known: ReceiptKnowledge): ReceiptReport {
  const file = parseProofFile(text);
  const content = attempt(() => parseExtra(file.extra));
  const entry = attempt(() => content && parseEntry(content.entry));
  const leaf = content && leafHash(crypto.sha256, content.entry);
  const { checkpoint, cosigned, ...signed } = signedCheckpoint(crypto, file.checkpoint, known.policy);
  const disclosures = entry ? statesOf(crypto.sha256, entry, disclosed(content?.disclosures ?? [], entry, known)) : [];
  const states: Record<CheckName, CheckState> = {
    leaf: held(
      entry !== undefined && (known.leaf === undefined || (leaf !== undefined && sameBytes(leaf, known.leaf))),
    ),
    inclusion: held(leaf !== undefined && isIncluded(crypto, file, leaf, checkpoint)),
    log_signature: signed.log,
    witnesses: signed.witnesses,
    consistency: checkpoint ? consistency(crypto, checkpoint, known) : 'broken',
    disclosures: entry ? disclosureState(disclosures) : 'broken',
  };
  return {
    checks: checkNames.map((name) => ({ name, state: states[name] })),
    index: file.index,
    ...(leaf && { leaf }),
    ...(entry && { entry }),
    ...(checkpoint && { checkpoint }),
    cosigned,
    disclosures,
  };
}

function parseExtra(extra: Uint8Array | undefined) {
  const value = parsedExtra(extra);
  if (typeof value !== 'object' || value === null) throw new LogError('proof.malformed', 'extra');
  const { entry, disclosures } = value as { readonly entry?: unknown; readonly disclosures?: unknown };
  const isList = Array.isArray(disclosures) && disclosures.every((one) => typeof one === 'string');
  if (typeof entry !== 'string' || !isList) throw new LogError('proof.malformed', 'extra');
  return { entry: fromBase64(entry), disclosures: disclosures as readonly string[] };
}

function parsedExtra(extra: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(fromUtf8(extra ?? new Uint8Array()));
  } catch {
    throw new LogError('proof.malformed', 'extra');
  }
}

function isIncluded({ sha256 }: LogCrypto, file: ProofFile, leaf: Hash, checkpoint: Checkpoint | undefined): boolean {
  if (checkpoint === undefined) return false;
  const { index, proof } = file;
  return verifyInclusion(sha256, { index, size: checkpoint.size, leaf, root: checkpoint.root, proof });
}

function consistency({ sha256 }: LogCrypto, { size, root }: Checkpoint, { remembered }: ReceiptKnowledge): CheckState {
  if (remembered === undefined) return 'not_known';
  const { proof, ...before } = remembered;
  const receipt = { size, root };
  const [from, to] = before.size <= size ? [before, receipt] : [receipt, before];
  return held(verifyConsistency(sha256, { from, to, proof }));
}

const disclosed = (disclosures: readonly string[], { t }: Entry, { erased, publicPaths }: ReceiptKnowledge) => ({
  disclosures,
  erased: erased ?? new Set<string>(),
  publicPaths:
    publicPaths?.(
      t,
      disclosures.flatMap((text) => attempt(() => parseDisclosure(text).path) ?? []),
    ) ?? [],
});

/** Held where everything that was shown is right; where there was something to show and nothing was, nobody knows. */
function disclosureState(states: readonly DisclosureState[]): CheckState {
  if (states.some(({ state }) => state === 'mismatch' || state === 'missing')) return 'broken';
  return states.length === 0 || states.some(({ state }) => state !== 'withheld') ? 'held' : 'not_known';
}
