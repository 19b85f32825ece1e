import type { MemberView } from '../../../../shared/dyads/dyad.schema.js';
import type { ClaimView } from '../../../../shared/moderation/claim.schema.js';
import type { Claim } from './claim.repository.js';

/** A claim with the one who has it; nothing when they are no member any more. */
export function claimView(
  { memberId, side, since, expiresAt }: Claim,
  people: ReadonlyMap<string, MemberView>,
): ClaimView[] {
  const by = people.get(memberId);
  return by ? [{ side, by, since: since.toISOString(), expiresAt: expiresAt.toISOString() }] : [];
}
