// A checkpoint with its signatures, as a policy sees it.
import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { attempt } from './error.js';
import { parseNote, verifiedSignatures, type LogCrypto, type Note } from './note.js';
import { satisfied, type Policy } from './policy.js';

/** The answer to a check. `not_known`: there is nothing yet that it could be checked against. */
export type CheckState = 'held' | 'broken' | 'not_known';

export const held = (isHeld: boolean): CheckState => (isHeld ? 'held' : 'broken');

/** A witness whose cosignature holds. */
export interface Cosigned {
  /** The policy's name for the witness. */
  readonly name: string;
  /** When it signed, in seconds since 1970. */
  readonly time: number;
}

export interface SignedCheckpoint {
  /** What it says; nothing where it cannot be read. Only worth something where the log has signed it. */
  readonly checkpoint?: Checkpoint;
  /** Whether the log has signed it. */
  readonly log: CheckState;
  /** Whether enough witnesses have. */
  readonly witnesses: CheckState;
  readonly cosigned: readonly Cosigned[];
}

/**
 * Reads the signed note of a checkpoint. The log and the witnesses are looked at one by one: a bad line of a witness says
 * nothing about the log's. Never throws for what it reads.
 */
export function signedCheckpoint(crypto: LogCrypto, signedNote: string, policy: Policy): SignedCheckpoint {
  const note = attempt(() => parseNote(signedNote));
  const checkpoint = note && attempt(() => parseCheckpoint(note.text));
  if (note === undefined || checkpoint === undefined) return { log: 'broken', witnesses: 'broken', cosigned: [] };
  // The name of a log's key is its origin (tlog-policy, "Defining a log"): another log's signature says nothing here.
  const logKeys = policy.logs.map(({ key }) => key).filter(({ name }) => name === checkpoint.origin);
  const ofLog = attempt(() => verifiedSignatures(crypto, note.text, note.signatures, logKeys));
  const cosigned = attempt(() => cosignatures(crypto, note, policy));
  return {
    checkpoint,
    log: held(ofLog !== undefined && ofLog.length > 0),
    witnesses: witnessState(policy, cosigned),
    cosigned: cosigned ?? [],
  };
}

function cosignatures(crypto: LogCrypto, { text, signatures }: Note, { witnesses }: Policy): Cosigned[] {
  const names = new Map(witnesses.map(({ key, name }) => [key, name]));
  const verified = verifiedSignatures(crypto, text, signatures, [...names.keys()]);
  return verified.map(({ key, time }) => ({ name: names.get(key) ?? key.name, time: time ?? 0 }));
}

/** Too few cosignatures are no sign of anything wrong: they may come. Where the policy asks for none, nobody has looked. */
function witnessState(policy: Policy, cosigned: readonly Cosigned[] | undefined): CheckState {
  if (cosigned === undefined) return 'broken';
  const names = new Set(cosigned.map(({ name }) => name));
  return policy.quorum !== undefined && satisfied(policy, names) ? 'held' : 'not_known';
}
