import { z } from 'zod';
import { roles, sides } from '../access/actor.js';
import type { Restriction } from '../access/restriction.js';
import { slug } from '../language/fields.js';
import { readings } from './reading.rules.js';
import { erasedPart } from '../record/erased-part.js';

/** A text in several languages, by language code. */
export const texts = z.record(z.string(), z.string());

export const sideView = z.object({
  side: z.enum(['a', 'b']),
  /** What the side calls itself, per interface language. */
  label: texts,
  language: z.string(),
});

/** What everybody may know of a dyad. */
export const dyadView = z.object({
  slug,
  name: texts,
  purpose: texts,
  sides: z.array(sideView).length(2),
  bridgeLanguage: z.string().nullable(),
  charterVersion: z.int(),
});
export type DyadView = z.infer<typeof dyadView>;

export const charterArticle = z.object({ number: z.int(), title: texts, body: texts });

export const charterView = z.object({
  version: z.int(),
  adoptedOn: z.iso.date(),
  /** The languages in which the text is equally authentic; any other is a translation for convenience. */
  authenticIn: z.array(z.string()),
  articles: z.array(charterArticle),
  /** How many organisations of each side have to sign a joint statement. */
  quorum: z.int(),
  /** Other versions there were, newest first. */
  versions: z.array(z.object({ version: z.int(), adoptedOn: z.iso.date() })),
});
export type CharterView = z.infer<typeof charterView>;

export const disclosureView = z.object({
  id: z.uuid(),
  kind: z.enum(['funding', 'interest', 'state_involvement']),
  title: texts,
  body: texts,
  /** What was erased of the title: where nothing is left of a text, it is empty. */
  erased: z.array(erasedPart),
  publishedOn: z.iso.date(),
});
export type DisclosureView = z.infer<typeof disclosureView>;

export const pseudonym = z.string().trim().min(2).max(40);

/** A member as other members of the same dyad see them. */
export const memberView = z.object({
  id: z.uuid(),
  pseudonym: z.string(),
  side: z.enum(sides),
  roles: z.array(z.enum(roles)),
});
export type MemberView = z.infer<typeof memberView>;

/** What moderators decided that the member may not do for now. */
const restriction = z.object({
  silencedUntil: z.iso.datetime().nullable(),
  suspendedUntil: z.iso.datetime().nullable(),
  isBanned: z.boolean(),
  hasUnreadWarning: z.boolean(),
}) satisfies z.ZodType<Restriction>;

/** A member as they see themselves: `pseudonym` is the name they chose. */
export const ownMemberView = memberView.extend({
  /** What others see of it, and whether moderators withhold it: for a time, or until another is chosen. */
  name: z.object({ shownAs: z.string(), withheld: z.enum(['held', 'removed']).nullable() }),
  writesIn: z.string(),
  /** The languages that the member reads and writes, as they say: who translates, and who judges translations. */
  reads: z.array(z.string()),
  writes: z.array(z.string()),
  /** Translations name the member who wrote them. */
  credited: z.boolean(),
  /** Which text of a post is shown first. */
  reading: z.enum(readings),
  /** The same for texts that were written in one language, where the member chose otherwise for it. */
  readingByLanguage: z.record(z.string().max(8), z.enum(readings)),
  charterAccepted: z.int().nullable(),
  charterInForce: z.int(),
  acceptedOn: z.iso.date().nullable(),
  restriction,
});
export type OwnMemberView = z.infer<typeof ownMemberView>;

export const invitationView = z.object({
  id: z.uuid(),
  side: z.enum(sides),
  issuedOn: z.iso.date(),
  expiresOn: z.iso.date(),
  state: z.enum(['open', 'used', 'expired', 'recalled']),
  note: z.string(),
});
export type InvitationView = z.infer<typeof invitationView>;
