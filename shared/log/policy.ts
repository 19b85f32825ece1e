// C2SP tlog-policy: whose signatures make a checkpoint one that a reader relies on.
//
// A policy is a text file. For a dyad it says that somebody of each side has to have looked:
//
//   log <key>
//   witness <name> <key> [address]
//   group side-a any <names>
//   group side-b any <names>
//   group both all side-a side-b
//   quorum both
import { decimal, hasLoneSurrogate, hex } from './encoding.js';
import { LogError } from './error.js';
import type { Sha256 } from './hash.js';
import { keyType, parseVerifierKey, verifierKey, type KeyType, type VerifierKey } from './key.js';

export interface PolicyLog {
  readonly key: VerifierKey;
  readonly url?: string;
}

/** The name is the policy's own word for the witness; the key has another one. */
export interface PolicyWitness extends PolicyLog {
  readonly name: string;
}

/** A group has witnessed a checkpoint when at least `threshold` of its members have. */
export interface PolicyGroup {
  readonly name: string;
  readonly threshold: number;
  /** Witnesses and groups. */
  readonly members: readonly string[];
}

export interface Policy {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  /** Each after those that are its members. */
  readonly groups: readonly PolicyGroup[];
  /** A witness or a group; none where the signature of the log is enough. */
  readonly quorum?: string;
}

/** No policy that people wrote has more lines. */
const mostLines = 1000;
const none = 'none';

const logTypes: readonly KeyType[] = [keyType.ed25519, keyType.mlDsa44];
const witnessTypes: readonly KeyType[] = [keyType.cosignature, keyType.mlDsa44];

/** Whether these witnesses, by the policy's names for them, are enough. */
export const satisfied = (policy: Policy, cosigned: ReadonlySet<string>): boolean =>
  policy.quorum === undefined || hasWitnessed(policy, policy.quorum, cosigned);

/** Whether a witness, or enough of a group, is among these witnesses: so each side can be asked about alone. */
export function hasWitnessed(policy: Policy, name: string, cosigned: ReadonlySet<string>): boolean {
  const group = policy.groups.find((one) => one.name === name);
  if (group === undefined) return cosigned.has(name);
  return group.members.filter((member) => hasWitnessed(policy, member, cosigned)).length >= group.threshold;
}

/** The policy as a file. */
export function formatPolicy(sha256: Sha256, { logs, witnesses, groups, quorum }: Policy): string {
  const lines = [
    ...logs.map(({ key, url }) => ['log', verifierKey(sha256, key), url]),
    ...witnesses.map(({ name, key, url }) => ['witness', name, verifierKey(sha256, key), url]),
    ...groups.map(({ name, threshold, members }) => ['group', name, thresholdWord(threshold, members), ...members]),
    ['quorum', quorum ?? none],
  ];
  return lines.map((items) => `${items.filter((item) => item !== undefined).join(' ')}\n`).join('');
}

function thresholdWord(threshold: number, { length }: readonly string[]): string {
  // Of a group of one, `any`: it still says what is meant when somebody adds another line's name by hand.
  if (threshold === 1) return 'any';
  return threshold === length ? 'all' : String(threshold);
}

/**
 * A policy from its file. It is one that can be relied on: nothing is used before it is defined, and nobody counts twice.
 * @throws LogError policy.malformed with the number of the line
 */
export function parsePolicy(sha256: Sha256, text: string): Policy {
  const lines = text.split('\n');
  if (lines.length > mostLines) throw new LogError('policy.malformed', 'too many lines', mostLines);
  const reading = new PolicyReading(sha256);
  for (const [at, line] of lines.entries()) reading.take(line, at + 1);
  return reading.end(lines.length);
}

/** What has been read of a policy so far. */
class PolicyReading {
  private readonly logs: PolicyLog[] = [];
  private readonly witnesses: PolicyWitness[] = [];
  private readonly groups: PolicyGroup[] = [];
  private quorum: string | undefined;
  /** The public keys of logs, and those of witnesses: one key under two names would be counted twice. */
  private readonly publicKeys = { log: new Set<string>(), witness: new Set<string>() };
  /** Names that nothing is defined by any more, and names that are a member already. */
  private readonly names = new Set([none]);
  private readonly members = new Set([none]);
  private line = 0;

  private readonly sha256: Sha256;

  constructor(sha256: Sha256) {
    this.sha256 = sha256;
  }

  take(text: string, line: number): void {
    this.line = line;
    if (hasLoneSurrogate(text) || /[\0-\u0008\u000a-\u001f\u007f]/.test(text)) throw this.refused('control character');
    const [word, ...items] = text.split(/[ \t]+/).filter((item) => item !== '');
    if (word === undefined || word.startsWith('#')) return;
    if (word === 'log') this.takeLog(items);
    else if (word === 'witness') this.takeWitness(items);
    else if (word === 'group') this.takeGroup(items);
    else if (word === 'quorum') this.takeQuorum(items);
    else throw this.refused('unknown word');
  }

  end(line: number): Policy {
    this.line = line;
    if (this.quorum === undefined) throw this.refused('no quorum');
    const { logs, witnesses, groups, quorum } = this;
    return { logs, witnesses, groups, ...(quorum !== none && { quorum }) };
  }

  private takeLog([key, url, ...more]: readonly string[]): void {
    if (more.length > 0) throw this.refused('too many items');
    this.logs.push({ key: this.key(key, 'log', logTypes), ...(url !== undefined && { url }) });
  }

  private takeWitness([name, key, url, ...more]: readonly string[]): void {
    if (more.length > 0) throw this.refused('too many items');
    const defined = this.defined(name);
    const known = this.key(key, 'witness', witnessTypes);
    this.witnesses.push({ name: defined, key: known, ...(url !== undefined && { url }) });
  }

  private takeGroup([name, word, ...members]: readonly string[]): void {
    for (const member of members) {
      // A member of two groups would count in both, and one witness could stand for two sides.
      if (!this.names.has(member) || this.members.has(member))
        throw this.refused('member unknown, or in another group');
      this.members.add(member);
    }
    const threshold = this.threshold(word, members.length);
    if (threshold < 1 || threshold > members.length) throw this.refused('threshold');
    this.groups.push({ name: this.defined(name), threshold, members });
  }

  private threshold(word: string | undefined, members: number): number {
    if (word === 'all') return members;
    return word === 'any' ? 1 : (decimal(word ?? '') ?? 0);
  }

  private takeQuorum([name, ...more]: readonly string[]): void {
    if (this.quorum !== undefined || name === undefined || !this.names.has(name) || more.length > 0)
      throw this.refused('quorum');
    this.quorum = name;
  }

  private defined(name: string | undefined): string {
    if (name === undefined || this.names.has(name)) throw this.refused('name missing or defined before');
    this.names.add(name);
    return name;
  }

  private key(text: string | undefined, of: 'log' | 'witness', types: readonly KeyType[]): VerifierKey {
    const key = this.parsed(text ?? '');
    const bytes = hex(key.publicKey);
    if (!types.includes(key.type) || this.publicKeys[of].has(bytes))
      throw this.refused('key of another kind, or twice');
    this.publicKeys[of].add(bytes);
    return key;
  }

  private parsed(text: string): VerifierKey {
    try {
      return parseVerifierKey(this.sha256, text);
    } catch (error) {
      throw error instanceof LogError ? this.refused(error.message) : error;
    }
  }

  private refused(detail: string): LogError {
    return new LogError('policy.malformed', detail, this.line);
  }
}
