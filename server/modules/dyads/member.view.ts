import type { MemberView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { Restriction } from '../../../shared/access/restriction.js';
import type { NotedName } from './member-name.repository.js';
import type { MemberRow } from './member.repository.js';

/** A member as others of the same dyad see them; nothing leads from here to an account. */
export const memberView = ({ id, pseudonym, side, roles }: MemberRow): MemberView => ({ id, pseudonym, side, roles });

export const ownMemberView = (
  member: MemberRow,
  charterInForce: number,
  restriction: Restriction,
  own: Pick<NotedName, 'pseudonym' | 'withheld'> | undefined,
): OwnMemberView => ({
  ...memberView(member),
  ...(own && { pseudonym: own.pseudonym }),
  name: { shownAs: member.pseudonym, withheld: own?.withheld ?? null },
  writesIn: member.writes_in,
  ...languagesOf(member),
  reading: member.reading,
  readingByLanguage: member.reading_by_language,
  credited: member.credited,
  charterAccepted: member.charter_accepted,
  charterInForce,
  acceptedOn: member.charter_accepted_at && dayOf(member.charter_accepted_at),
  restriction,
});

/** The languages of a member, as they say: what one writes in is written, and what one writes is read. */
export function languagesOf({ writes_in, also_reads, also_writes }: MemberRow): { reads: string[]; writes: string[] } {
  const writes = [...new Set([writes_in, ...also_writes])];
  return { reads: [...new Set([...writes, ...also_reads])], writes };
}

/** Public pages and lists tell days, never hours. */
export const dayOf = (time: Date): string => time.toISOString().slice(0, 10);
