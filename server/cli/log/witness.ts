// C2SP tlog-witness, "add-checkpoint": the decision, and the memory that it depends on.
import { join } from 'node:path';
import { emptyRoot } from '../../../shared/log/hash.js';
import { attempt } from '../../../shared/log/error.js';
import { parseCheckpoint, type Checkpoint } from '../../../shared/log/checkpoint.js';
import { parseNote, signatureLine, signedNote, verifiedSignatures, type Note } from '../../../shared/log/note.js';
import { verifyConsistency } from '../../../shared/log/proof.js';
import type { VerifierKey } from '../../../shared/log/key.js';
import { originHash, parseAddCheckpoint, type AddCheckpoint } from '../../../shared/log/witness-request.js';
import { logCrypto } from '../../platform/crypto/log-crypto.js';
import { UncheckedError } from '../command.js';
import { TwoPlaces } from './two-places.js';
import type { WitnessKey } from './witness-key.js';

/** How a witness answers, as the specification numbers it. */
export type WitnessAnswer =
  /** The signature line. */
  | { readonly status: 200; readonly line: string }
  /** The size that the witness has: the log asks again, with the proof from there. */
  | { readonly status: 409; readonly size: number }
  | { readonly status: 400 | 403 | 404 | 422; readonly why: string };

const { sha256 } = logCrypto;
const refused = (status: 400 | 403 | 404 | 422, why: string) => ({ status, why }) as const;

/** A witness of some logs, which keeps the last checkpoint of each in a folder. One process has one folder. */
export class Witness {
  private readonly key: WitnessKey;
  private readonly logs: ReadonlyMap<string, readonly VerifierKey[]>;
  private readonly folder: string;
  /** The text of each log that this process signed or verified last: of that one the signature holds. */
  private readonly known = new Map<string, string>();

  /** @param logs the keys of the logs; two of one name are two keys of one log */
  constructor(key: WitnessKey, logs: readonly VerifierKey[], folder: string) {
    this.key = key;
    this.folder = folder;
    this.logs = new Map(logs.map(({ name }) => [name, logs.filter((log) => log.name === name)]));
    // What is kept is read once now: with a memory that cannot be read no witness may sign.
    for (const origin of this.logs.keys()) this.kept(origin);
  }

  /**
   * Answers a log. Nothing here waits for anything: what is compared is what is replaced, so two requests at one moment
   * cannot bring the witness back to a smaller tree. The checkpoint is on the disk before its signature is given away.
   * @param body of the request
   * @param time seconds since 1970
   */
  addCheckpoint(body: string, time: number): WitnessAnswer {
    const request = attempt(() => parseAddCheckpoint(body));
    const note = request && attempt(() => parseNote(request.checkpoint));
    const checkpoint = note && attempt(() => parseCheckpoint(note.text));
    if (request === undefined || note === undefined || checkpoint === undefined) return refused(400, 'Malformed.');
    const keys = this.logs.get(checkpoint.origin);
    if (keys === undefined) return refused(404, 'This witness does not know the log.');
    const lines = signaturesOf(note, keys);
    if (lines.length === 0) return refused(403, 'The checkpoint is not signed by the log.');
    if (request.old > checkpoint.size) return refused(400, 'The old size is larger than the new one.');
    const kept = this.kept(checkpoint.origin);
    if (request.old !== kept.size) return { status: 409, size: kept.size };
    if (!follows(request, checkpoint, kept)) return refused(422, 'The checkpoint does not follow the last one.');
    const line = this.key.cosign(note.text, time);
    const signed = signedNote(note.text, [...lines, line]);
    const memory = this.memoryOf(checkpoint.origin);
    if (!memory.fits(signed)) return refused(400, 'The checkpoint is too long to be remembered.');
    memory.write(signed, kept.place);
    this.known.set(checkpoint.origin, signed);
    return { status: 200, line };
  }

  /** The last checkpoint of a log with the signatures of the log and of the witness, by the hash of its origin. */
  shown(hash: string): string | undefined {
    const origin = [...this.logs.keys()].find((one) => originHash(sha256, one) === hash);
    return origin === undefined ? undefined : this.kept(origin).note;
  }

  private memoryOf = (origin: string): TwoPlaces =>
    new TwoPlaces(join(this.folder, originHash(sha256, origin), 'checkpoints'));

  /**
   * What was cosigned last; the empty tree before the first time. A text that was being written when the power went is not
   * signed whole, and its signature was not given away: the other one is the last.
   * @throws UncheckedError where no text in the file is of this witness
   */
  private kept(origin: string): Kept {
    const memory = this.memoryOf(origin);
    const texts = memory.read();
    if (texts.length === 0) return { size: 0, root: emptyRoot(sha256) };
    const claimed = texts.flatMap((text, place): Claimed[] => {
      const note = attempt(() => parseNote(text));
      const checkpoint = note && attempt(() => parseCheckpoint(note.text));
      return note && checkpoint?.origin === origin ? [{ ...checkpoint, note: text, place, parsed: note }] : [];
    });
    // The larger one first: nearly always it is the last, and the other need not be verified.
    const bySize = claimed.toSorted((one, other) => other.size - one.size);
    const last = bySize.find(({ note, parsed }) => note === this.known.get(origin) || this.hasSigned(parsed));
    if (!last) throw new UncheckedError(`${memory.path} is not what this witness has signed.`);
    this.known.set(origin, last.note);
    return last;
  }

  private hasSigned({ text, signatures }: Note): boolean {
    const own = attempt(() => verifiedSignatures(logCrypto, text, signatures, [this.key.key]));
    return own !== undefined && own.length > 0;
  }
}

/** What a witness has signed of a log last, and where it is kept. */
interface Kept extends Pick<Checkpoint, 'size' | 'root'> {
  readonly note?: string;
  readonly place?: number;
}

/** What a place claims to be. */
interface Claimed extends Kept {
  readonly note: string;
  readonly parsed: Note;
}

/** The lines of the log that hold; none where one of a known key does not. */
function signaturesOf({ text, signatures }: Note, keys: readonly VerifierKey[]): string[] {
  const verified = attempt(() => verifiedSignatures(logCrypto, text, signatures, keys)) ?? [];
  return verified.map(({ key, signature }) => signatureLine(key.name, key.id, signature));
}

/** From the empty tree there is nothing to prove, and a tree of the same size is the same. */
function follows(
  { proof }: AddCheckpoint,
  { size, root }: Checkpoint,
  from: Pick<Checkpoint, 'size' | 'root'>,
): boolean {
  return verifyConsistency(sha256, { from, to: { size, root }, proof });
}
