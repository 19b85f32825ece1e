import { z } from 'zod';
import { sides } from '../access/actor.js';
import { id } from '../language/fields.js';
import { richText } from '../language/rich-text.schema.js';
import { cleanText } from '../language/unicode-safety.js';
import { contentKinds } from './content-kind.rules.js';
import { reasonCode } from './reason.schema.js';
import { reportedStatuses } from './report-snapshot.rules.js';
import { reportOutcomes, reportStates, reportWordsMaximum } from './report.rules.js';

/** What a reader says of what they report: why, and, if they like, in words of their own. */
export const reportDraft = z.object({
  reason: reasonCode,
  words: z.string().overwrite(cleanText).trim().max(reportWordsMaximum).default(''),
});

/** One's own report: its receipt, how far it has come, and what became of it. It names nobody. */
export const ownReportView = z.object({
  id,
  kind: z.enum(contentKinds),
  content: id,
  /** What it stands in: for a post, its thread. */
  place: id,
  reason: reasonCode,
  words: z.string(),
  reportedAt: z.iso.datetime(),
  state: z.enum(reportStates),
  outcome: z.enum(reportOutcomes).nullable(),
  decidedOn: z.iso.date().nullable(),
});
export type OwnReportView = z.infer<typeof ownReportView>;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Reports of one side for one reason. Who they are is said to nobody, not even at the desk. */
const reportGroup = z.object({
  reason: reasonCode,
  side: z.enum(sides),
  reports: z.int(),
  /** How many of them are not decided yet. */
  open: z.int(),
  /** What reporters wrote beside the reason, newest first; at most ten. */
  words: z.array(z.string()),
  newestAt: z.iso.datetime(),
});

/** The words as they were read when they were reported, whatever was made of them since. */
const reportedVersion = z.object({
  /** The SHA-256 of the snapshot's canonical form. */
  hash: sha256,
  revision: z.int(),
  reports: z.int(),
  takenAt: z.iso.datetime(),
  /** Absent when they are past the time for which they are kept. */
  words: z
    .object({
      language: z.string(),
      body: richText,
      translations: z.array(
        z.object({
          language: z.string(),
          status: z.enum(reportedStatuses),
          engine: z.string().nullable(),
          body: richText,
        }),
      ),
    })
    .nullable(),
});

/** What readers reported about an item. */
export const deskReports = z.object({
  open: z.int(),
  /** The gravest reason first. */
  groups: z.array(reportGroup),
  /** Newest first. */
  versions: z.array(reportedVersion),
});
export type DeskReports = z.infer<typeof deskReports>;
