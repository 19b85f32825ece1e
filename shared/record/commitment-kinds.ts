import { z } from 'zod';
import { sides } from '../access/actor.js';
import {
  assessmentLevels,
  confidences,
  contestedParts,
  progressStatuses,
  promisors,
} from '../commitments/commitment.rules.js';
import { organisationBrief } from '../dyads/organisation.schema.js';
import { id } from '../language/fields.js';
import { kind, sha256, texts } from './record-kind.js';

const day = z.iso.date();
const number = z.int().min(1);
/** Which commitment; told with every entry about it. */
const which = { commitment: id, title: texts };
/** A milestone by its number, or the whole. */
const part = { milestone: z.union([number, z.literal('whole')]) };
const none = z.literal('none');
/** What was shown as evidence, by its place, where anything was: digests of files, and addresses. */
const shown = { files: z.record(z.string(), sha256), links: z.record(z.string(), z.string()) };
/** Who answers: an organisation, or stewards of the side where there is none. */
const answering = { claim: number, side: z.enum(sides), organisations: z.array(organisationBrief) };

/** What the record says of commitments. Every entry about one has it as its subject; its revision is its place there. */
export const commitmentKinds = {
  'commitment.published': kind(
    {
      promisor: z.enum(promisors),
      organisations: z.array(organisationBrief),
      deadline: day,
      decimals: z.int(),
      baseline: z.int(),
      target: z.int(),
      milestones: number,
    },
    { ...which, hash: sha256 },
  ),
  'commitment.suspended': kind({ until: day }, { ...which, reason: texts }),
  'commitment.resumed': kind({}, which),
  'commitment.withdrawn': kind({}, { ...which, reason: texts }),
  'commitment.superseded': kind({}, { ...which, successor: id }),
  'milestone.missed': kind({ milestone: number, due: day }, { ...which, milestone_title: texts }),
  'progress.reported': kind(
    {
      claim: number,
      ...part,
      status: z.enum(progressStatuses),
      value: z.union([z.int(), none]),
      new_day: z.union([day, none]),
      organisations: z.array(organisationBrief),
    },
    { ...which, narrative: texts, ...shown },
  ),
  'progress.acknowledged': kind(answering, which),
  'progress.disputed': kind({ ...answering, part: z.enum(contestedParts) }, { ...which, reason: texts, ...shown }),
  'progress.unanswered': kind({ claim: number, days: number }, which),
  'progress.withdrawn': kind({ claim: number, organisations: z.array(organisationBrief) }, { ...which, reason: texts }),
  'progress.evaluated': kind(
    { evaluator: number, ...part, level: z.enum(assessmentLevels), confidence: z.enum(confidences) },
    { ...which, reasons: texts, uncertainty: texts, ...shown },
  ),
} as const;
