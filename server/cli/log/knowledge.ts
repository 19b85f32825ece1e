import type { Checkpoint } from '../../../shared/log/checkpoint.js';
import { LogError } from '../../../shared/log/error.js';
import { parsePolicy, type Policy } from '../../../shared/log/policy.js';
import { signedCheckpoint } from '../../../shared/log/signed-checkpoint.js';
import { logCrypto } from '../../platform/crypto/log-crypto.js';
import { UncheckedError, type Given } from '../command.js';
import { bytesIfThere, textOf } from './given-files.js';

/** A checkpoint with its signed note, which convicts whoever signed another one that does not fit. */
export interface NotedCheckpoint extends Checkpoint {
  readonly note: string;
}

/**
 * Whose signatures count, as whoever runs the command says: by a policy, or by the keys of the log alone.
 * @returns nothing where they said neither
 * @throws UncheckedError for a policy that is none, and for both at once
 */
export function givenPolicy(given: Given, keyOption: '--log' | '--vkey'): Policy | undefined {
  const [file, keys] = [given.value('--policy'), given.values(keyOption)];
  if (file !== undefined && keys.length > 0) throw new UncheckedError(`Give --policy or ${keyOption}, not both.`);
  if (file !== undefined) return policyOf(file, textOf(file));
  const logs = keys.map((key) => `log ${key}\n`).join('');
  return keys.length === 0 ? undefined : policyOf(keyOption, `${logs}quorum none\n`);
}

/** The same where there has to be one. @throws UncheckedError */
export function neededPolicy(given: Given, keyOption: '--log' | '--vkey'): Policy {
  const policy = givenPolicy(given, keyOption);
  if (policy === undefined) throw new UncheckedError(`Say whose log it is: --policy FILE, or ${keyOption} VKEY.`);
  return policy;
}

/** @throws UncheckedError with what it was read from, where it is no policy */
export function policyOf(name: string, text: string): Policy {
  try {
    return parsePolicy(logCrypto.sha256, text);
  } catch (error) {
    throw error instanceof LogError ? new UncheckedError(`${name} is no policy: ${error.message}`) : error;
  }
}

/** What a signed note says, if a log of the policy has signed it. */
export function signedBy(policy: Policy, note: string): NotedCheckpoint | undefined {
  const { checkpoint, log } = signedCheckpoint(logCrypto, note, policy);
  return log === 'held' && checkpoint ? { ...checkpoint, note } : undefined;
}

/**
 * A checkpoint that was kept in a file.
 * @returns nothing where there is no file yet
 * @throws UncheckedError where it holds something else than a checkpoint that the log has signed
 */
export function keptCheckpoint(policy: Policy, path: string): NotedCheckpoint | undefined {
  if (bytesIfThere(path) === undefined) return undefined;
  const kept = signedBy(policy, textOf(path));
  if (kept === undefined) throw new UncheckedError(`${path} is no checkpoint that this log has signed.`);
  return kept;
}

/** @throws UncheckedError where there is none */
export function neededCheckpoint(policy: Policy, path: string): NotedCheckpoint {
  const kept = keptCheckpoint(policy, path);
  if (kept === undefined) throw new UncheckedError(`${path} cannot be read: there is no such file.`);
  return kept;
}
