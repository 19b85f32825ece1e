import type { Role } from '../access/actor.js';

/** How many invitations a member may issue in thirty days, by the highest of their roles; the same on both sides. */
export const invitationQuota = { steward: 50, moderator: 10 } as const satisfies Partial<Record<Role, number>>;
export const quotaDays = 30;

export function quotaOf(held: readonly Role[]): number {
  if (held.includes('steward')) return invitationQuota.steward;
  return held.includes('moderator') ? invitationQuota.moderator : 0;
}
