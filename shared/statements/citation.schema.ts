import { z } from 'zod';
import { titleView } from '../forums/post.schema.js';
import { id } from '../language/fields.js';
import { recordEntry } from '../record/record.contract.js';

const of = z.string();

/** An entry of the public record, the same for everybody; nothing when there is none of this number. */
const citedEntry = z.object({
  kind: z.literal('record'),
  of,
  entry: recordEntry.omit({ dyad: true }).nullable(),
});

const citedPost = z.object({
  kind: z.literal('post'),
  of,
  /** `held` by moderators; `gone`: taken back, removed, or never a post of this forum. */
  state: z.enum(['there', 'held', 'gone']),
  /** Where it stands; nothing when it was never there. */
  place: z.object({ thread: id, post: id }).nullable(),
  /** What it says and where; nothing unless its words may be shown. */
  said: z.object({ thread: titleView, words: titleView, on: z.iso.date() }).nullable(),
});

/** What a text cites, as a member of the dyad may know it. */
export const citedThing = z.discriminatedUnion('kind', [citedEntry, citedPost]);
export type CitedThing = z.output<typeof citedThing>;

/** The same as everybody may know it: of a post only that there is one, and no word of it. */
export const citedForAll = z.discriminatedUnion('kind', [
  citedEntry,
  citedPost.extend({ state: z.enum(['there', 'gone']), place: z.null(), said: z.null() }),
]);
export type CitedForAll = z.output<typeof citedForAll>;
