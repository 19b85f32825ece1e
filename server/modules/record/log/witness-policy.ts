import { formatPolicy, type Policy } from '../../../../shared/log/policy.js';
import { parseVerifierKey } from '../../../../shared/log/key.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';
import type { Witness } from './witness.repository.js';

/** A witness and what the policy calls them: their side, and which of its witnesses they are. */
export interface NamedWitness extends Witness {
  readonly policyName: string;
}

export function namedWitnesses(witnesses: readonly Witness[]): NamedWitness[] {
  return witnesses.map((witness, at) => {
    const before = witnesses.slice(0, at).filter(({ side }) => side === witness.side);
    return { ...witness, policyName: `${witness.side}-${before.length + 1}` };
  });
}

/**
 * The policy of a log (C2SP tlog-policy): somebody of each side has to have looked. A side without a witness cannot, so
 * the signature of the log alone has to do until then; a reader sees in the file that it does.
 */
export function policyOf(url: string, verifierKeys: readonly string[], witnesses: readonly Witness[]): string {
  const { sha256 } = logCrypto;
  const named = namedWitnesses(witnesses);
  const members = (side: 'a' | 'b') => named.filter((one) => one.side === side).map(({ policyName }) => policyName);
  const sides = (['a', 'b'] as const).filter((side) => members(side).length > 0);
  const groups = sides.map((side) => ({ name: `side-${side}`, threshold: 1, members: members(side) }));
  const both = { name: 'both', threshold: 2, members: groups.map(({ name }) => name) };
  const isQuorate = sides.length === 2;
  const policy: Policy = {
    logs: verifierKeys.map((key) => ({ key: parseVerifierKey(sha256, key), url })),
    witnesses: named.map((one) => ({
      name: one.policyName,
      key: parseVerifierKey(sha256, one.verifierKey),
      ...(one.url !== null && { url: one.url }),
    })),
    groups: isQuorate ? [...groups, both] : groups,
    ...(isQuorate && { quorum: both.name }),
  };
  return formatPolicy(sha256, policy);
}
