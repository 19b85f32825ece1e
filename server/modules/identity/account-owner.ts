import { Failure } from '../../../shared/contract/failure.js';
import type { Permit } from '../../platform/access/permit.js';
import { isFullyProven } from './protection.policy.js';

/**
 * The account of a caller who may change what protects it.
 * @throws Failure `session.second_factor_needed` when the account has a second factor and this session did not prove it.
 */
export function ownerOf(permit: Permit): string {
  const { actor, accountId } = permit;
  if (actor.kind !== 'visitor' && !isFullyProven(actor)) throw new Failure('session.second_factor_needed');
  return accountId;
}
