import { z } from 'zod';
import { roles, sides } from '../../shared/access/actor.js';
import { topicModes } from '../../shared/access/conditions.js';
import { pseudonym } from '../../shared/dyads/dyad.schema.js';
import { titleMaximum } from '../../shared/forums/post.rules.js';
import { postText } from '../../shared/forums/post.schema.js';
import { login, uiLanguage } from '../../shared/identity/account.schema.js';
import { slug } from '../../shared/language/fields.js';
import { statementVisibilities } from '../../shared/statements/statement.rules.js';
import { reasonCode } from '../../shared/moderation/reason.schema.js';
import { demoCommitment } from './demo-commitments.schema.js';
import { demoModeration } from './demo-moderation.schema.js';
import { conceptContent } from '../../shared/translation/glossary.schema.js';

/** A demonstration dyad as it lies in `content/<slug>/`: five kinds of files, and what they make together. */

const sentence = z.string().trim().min(2);

/** In every language of the interface: what stands on pages that everybody sees. */
const inEveryLanguage = z.strictObject({ en: sentence, bg: sentence, mk: sentence, hi: sentence, ur: sentence });

/** In both languages of the dyad and in English; which two those are, the specification of the files checks. */
const inBothAndEnglish = z.record(z.string().length(2), sentence);

const title = z.string().trim().min(3).max(titleMaximum);
const daysAgo = z.int().min(0).max(365);
const hoursAgo = z.number().min(0).max(72);

const charterArticle = z.strictObject({ number: z.int().min(1), title: inBothAndEnglish, body: inBothAndEnglish });

const disclosure = z.strictObject({
  kind: z.enum(['funding', 'interest', 'state_involvement']),
  title: inBothAndEnglish,
  body: inBothAndEnglish,
});

const side = z.strictObject({ label: inEveryLanguage, language: uiLanguage });

/** `dyad.json` */
export const demoDyad = z.strictObject({
  slug,
  foundedDaysAgo: daysAgo,
  name: inEveryLanguage,
  purpose: inBothAndEnglish,
  sides: z.strictObject({ a: side, b: side }),
  bridgeLanguage: uiLanguage.nullable(),
  /** Version 1. */
  charter: z.array(charterArticle).min(9).max(12),
  disclosures: z.array(disclosure).min(3),
  /** Slugs of the topics in the order in which they are opened; each has its file `topics/<slug>.json`. */
  topics: z.array(slug).min(1),
});

/** `members.json` */
const demoMembers = z.array(
  z.strictObject({
    login,
    pseudonym,
    side: z.enum(sides),
    roles: z.array(z.enum(roles)).min(1),
    uiLanguage,
    writesIn: uiLanguage,
  }),
);

/** By a person, into the language of the other side; `by` is the login of the moderator who wrote or checked it. */
const translation = z.strictObject({ body: postText, by: login });

const written = {
  author: login,
  language: uiLanguage,
  /**
   * Markdown. A quote of another post of the thread begins with `> [quote:#2]`, the number being that post's index;
   * the one who loads it puts the id there.
   */
  body: postText,
  /** Absent: an engine translates, or people are asked for it. */
  translation: translation.optional(),
  /** Index, in the thread, of the post answered. */
  replyTo: z.int().min(0).optional(),
};

const post = z.strictObject({
  ...written,
  /** Posts of one thread and day follow each other in the order of the file. */
  daysAgo,
  /** The second revision, when the author changed the text; its translation is the one to be shown. */
  revised: z.strictObject({ daysAgo, body: postText, translation: translation.optional() }).optional(),
  withdrawn: z.strictObject({ daysAgo }).optional(),
});

const thread = z.strictObject({
  /** A name for references in these files only; unique in the dyad. */
  key: slug,
  /** In the language of the first post. */
  title,
  titleTranslation: z.strictObject({ text: title, by: login }),
  posts: z.array(post).min(1),
});

/** `topics/<slug>.json` */
const demoTopic = z.strictObject({
  slug,
  mode: z.enum(topicModes),
  title: inBothAndEnglish,
  description: inBothAndEnglish,
  threads: z.array(thread).min(1),
});

/** What a moderator said, in the author's language. */
const decision = z.strictObject({ by: login, code: reasonCode, note: sentence.max(1000), hoursAgo });

const waitingIn = { ...written, thread: slug, hoursAgo };

/** `waiting.json`: what lies on the desk when the demonstration begins, and the invitations that are open. */
const demoWaiting = z.strictObject({
  items: z.array(
    z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('pending'), ...waitingIn }),
      z.strictObject({ state: z.literal('returned'), ...waitingIn, decision }),
      /** It was published and is held since the decision. */
      z.strictObject({ state: z.literal('held'), ...waitingIn, decision }),
    ]),
  ),
  /** To the inviter's own side. */
  invitations: z.array(z.strictObject({ by: login, days: z.int().min(1).max(30), note: z.string().trim().max(120) })),
});

/** `organisations.json`: who may sign joint statements; they are admitted by stewards of both sides. */
const demoOrganisation = z.strictObject({
  /** A name for references in these files only; unique in the dyad. */
  key: slug,
  side: z.enum(sides),
  name: inBothAndEnglish,
  purpose: inBothAndEnglish,
  /** Indexes of the disclosures in `dyad.json` that are about it. */
  disclosures: z.array(z.int().min(0)),
  delegates: z.array(login).min(1),
});

/** How a statement was frozen and signed; clauses are numbered from 1. */
const demoRatification = z.strictObject({
  proposedBy: login,
  secondedBy: login,
  days: z.int(),
  daysAgo,
  signatures: z.array(
    z.strictObject({
      by: login,
      organisation: slug,
      daysAgo,
      reservations: z.array(z.strictObject({ clause: z.int().min(1), text: inBothAndEnglish })),
    }),
  ),
});

/**
 * `statements.json`: joint statements that are being written, or are ratified; a text is a list of paragraphs. Where one
 * cites something it says `[cites:record charter.adopted]` (the first entry of that kind) or `[cites:post spring-foam#2]`.
 */
const demoStatement = z.strictObject({
  title: inBothAndEnglish,
  openedBy: login,
  daysAgo,
  visibility: z.enum(statementVisibilities),
  clauses: z
    .array(
      z.strictObject({
        a: z.array(sentence),
        b: z.array(sentence),
        by: login,
        /** Who gave which key, in this order: `nevena agree`. */
        keys: z.array(z.string().regex(/^[a-z]+ (agree|align)$/)),
      }),
    )
    .min(1),
  /** Versions that were kept when all of this was written. */
  versions: z.array(z.strictObject({ name: sentence, language: uiLanguage, by: login })).default([]),
  /** What somebody suggests: both texts of one clause, the first of which is 1. */
  suggestions: z
    .array(
      z.strictObject({
        by: login,
        note: sentence,
        language: uiLanguage,
        clause: z.int().min(1),
        a: z.array(sentence),
        b: z.array(sentence),
      }),
    )
    .default([]),
  ratification: demoRatification.optional(),
});

/** `glossary.json`: words of both sides, which stewards of both added in this order. */
const demoConcept = conceptContent.strict();

/** One dyad, all files together. */
export const demoContent = z.strictObject({
  dyad: demoDyad,
  members: demoMembers,
  topics: z.array(demoTopic),
  waiting: demoWaiting,
  organisations: z.array(demoOrganisation),
  glossary: z.array(demoConcept),
  statements: z.array(demoStatement),
  commitments: z.array(demoCommitment),
  moderation: demoModeration,
});
export type DemoContent = z.infer<typeof demoContent>;
