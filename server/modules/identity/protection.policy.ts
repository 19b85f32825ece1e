import type { AccountHolder, Actor } from '../../../shared/access/actor.js';

/**
 * Whether a caller proved all that their account can prove. Who came with a part of it only (a password beside a
 * passkey, a provider beside one-time codes) could otherwise add a factor of their own, and be let in with it.
 */
export const isFullyProven = (holder: Pick<AccountHolder, 'strong' | 'hasSecondFactor'>): boolean =>
  holder.strong || !holder.hasSecondFactor;

/** The account that a sign-in at a provider is to be linked to; none for who has to prove more first. */
export function accountToLink(actor: Actor): string | undefined {
  if (actor.kind === 'visitor' || !actor.recent || !isFullyProven(actor)) return undefined;
  return actor.accountId;
}
