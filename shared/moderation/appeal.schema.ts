import { z } from 'zod';
import { sides } from '../access/actor.js';
import { memberView } from '../dyads/dyad.schema.js';
import { id } from '../language/fields.js';
import { appealParties, appealStates, appealVerdicts } from './appeal.rules.js';
import { contentMeasures } from './decision-classes.rules.js';
import { passageMaximum, passagesMost } from './proposal.rules.js';
import { sanction } from './proposal.schema.js';

const moment = z.iso.datetime();

/** What a panel leaves of a decision, where it leaves some. */
export const variation = z.strictObject({
  measure: z.enum(contentMeasures).nullable().default(null),
  passages: z.array(z.string().min(1).max(passageMaximum)).max(passagesMost).default([]),
  sanction: sanction.nullable().default(null),
});
export type Variation = z.output<typeof variation>;

/** What was said from a seat, as the desk sees it. */
const appealSeat = z.object({
  side: z.enum(sides),
  by: memberView,
  verdict: z.enum(appealVerdicts).nullable(),
  reasons: z.record(z.string(), z.string()),
  at: moment.nullable(),
});

/** An appeal as its panel reads it. Who reported stays unknown. */
export const appealCase = z.object({
  id,
  item: id,
  party: z.enum(appealParties),
  state: z.enum(appealStates),
  words: z.string(),
  language: z.string(),
  openedAt: moment,
  /** Until when it should be answered, and until when it is at the latest. */
  targetAt: moment,
  endAt: moment,
  /** What it is against; nothing where it is against that nothing was done. */
  decision: variation.nullable(),
  /** What a seat would leave of it: others vary to the same, or not at all. */
  variation: variation.nullable(),
  panel: z.object({
    /** `waiting` until one can be drawn. */
    state: z.enum(['waiting', 'deliberating', 'decided']),
    seats: z.array(appealSeat),
  }),
});
export type AppealCase = z.infer<typeof appealCase>;
