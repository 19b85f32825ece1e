import { z } from 'zod';
import { erasureGrounds } from './erasure.rules.js';
import { recordKindNames } from './record-kinds.js';

/** The path of a text of an entry (docs/log-spec.md, "Disclosures"); `title` is all that begins with `title.`. */
const path = z
  .string()
  .max(100)
  .regex(/^[a-z0-9_]+(?:\.[a-z0-9_]+)*$/);

/** Which texts of the public record are destroyed, and why. */
export const recordErasure = z.object({
  /** The number of the entry. */
  entry: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  /** All that the entry tells where none is named. */
  paths: z.array(path).max(100).default([]),
  ground: z.enum(erasureGrounds),
});
export type RecordErasure = z.output<typeof recordErasure>;

/** What a steward reads before a text is destroyed. The text stands in the record, and is not kept with the act. */
export const erasureActDetails = recordErasure.extend({
  paths: z.array(z.string()),
  kind: z.enum(recordKindNames),
  on: z.iso.date(),
});
export type ErasureActDetails = z.output<typeof erasureActDetails>;
