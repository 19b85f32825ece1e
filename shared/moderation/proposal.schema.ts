import { z } from 'zod';
import { sides } from '../access/actor.js';
import { memberView } from '../dyads/dyad.schema.js';
import { bilingualText } from '../language/bilingual-text.schema.js';
import { cleanText } from '../language/unicode-safety.js';
import { id } from '../language/fields.js';
import { filled, filledInAll } from './filled-text.schema.js';
import { contentMeasures, decisionClasses, lasting, sanctionKinds } from './decision-classes.rules.js';
import { panelVerdicts } from './panel.rules.js';
import {
  factsMaximum,
  passageMaximum,
  passagesMost,
  proposalStates,
  sanctionDaysMost,
  type ProposedAction,
} from './proposal.rules.js';
import { reasonCode } from './reason.schema.js';

/** The SHA-256 of a proposed action, in hexadecimal. */
export const actionHash = z.string().regex(/^[0-9a-f]{64}$/);

/** A sanction as it is proposed; what lasts says for how many days, and nothing else does. */
export const sanction = z
  .strictObject({
    kind: z.enum(sanctionKinds),
    days: z.int().min(1).max(sanctionDaysMost).nullable().default(null),
  })
  .refine(({ kind, days }) => lasting.has(kind) === (days !== null), { path: ['days'] });

const draftFields = {
  measure: z.enum(contentMeasures).nullable().default(null),
  passages: z.array(z.string().min(1).max(passageMaximum)).max(passagesMost).default([]),
  sanction: sanction.nullable().default(null),
  reason: reasonCode,
  /** The article of the charter that was broken, where one is meant. */
  article: z.int().min(1).nullable().default(null),
  facts: filledInAll(bilingualText(factsMaximum)),
};

/** What a moderator proposes. */
export const proposalDraft = z.object(draftFields);
export type ProposalDraft = z.output<typeof proposalDraft>;

/**
 * Parts of a draft that do not fit each other, by field: it does something; a redaction names what it takes out and
 * nothing else does; neither a dismissal nor a reopening goes with a sanction.
 */
export function draftProblems({
  measure,
  passages,
  sanction: person,
}: ProposalDraft): ('measure' | 'passages' | 'sanction')[] {
  const isEmpty = measure === null && person === null;
  const isBare = measure === 'dismiss' || measure === 'reopen';
  return [
    ...(isEmpty ? (['measure'] as const) : []),
    ...((measure === 'redact') === passages.length > 0 ? [] : (['passages'] as const)),
    ...(isBare && person !== null ? (['sanction'] as const) : []),
  ];
}

/** A key as the desk sees it. Moderators know each other there by pseudonym; nobody else learns more than the side. */
export const keyView = z.object({
  by: memberView,
  side: z.enum(sides),
  /** The side for which a neutral gave it, where that side had nobody on call. */
  proxyFor: z.enum(['a', 'b']).nullable(),
  verdict: z.enum(['give', 'oppose']),
  note: z.string(),
  at: z.iso.datetime(),
  /** Whether it is for the action as it stands; keys for earlier wordings count no more. */
  counts: z.boolean(),
  /** Of a key that was given for a side: whether that side has looked at it. */
  reviewed: z.boolean(),
});

export const panelSeatView = z.object({
  side: z.enum(sides),
  by: memberView,
  verdict: z.enum(panelVerdicts).nullable(),
  at: z.iso.datetime().nullable(),
});

/** The panel that decides an opposed proposal; `waiting` until one can be drawn. */
export const panelView = z.object({
  state: z.enum(['waiting', 'deliberating', 'decided']),
  seats: z.array(panelSeatView),
  /** Until when it decides, or when drawing one is tried again. */
  dueAt: z.iso.datetime().nullable(),
});
export type PanelView = z.infer<typeof panelView>;

export const proposalView = z.object({
  id,
  state: z.enum(proposalStates),
  class: z.enum(decisionClasses),
  measure: z.enum(contentMeasures).nullable(),
  passages: z.array(z.string()),
  sanction: sanction.nullable(),
  reason: reasonCode,
  policyVersion: z.int(),
  article: z.int().nullable(),
  facts: z.record(z.string(), z.string()),
  revision: z.int(),
  actionHash,
  /** Nobody, where a protective hold ran out and the panel was asked by time alone. */
  proposedBy: memberView.nullable(),
  keys: z.array(keyView),
  /** The sides whose keys it still misses. */
  missing: z.array(z.enum(sides)),
  openedAt: z.iso.datetime(),
  /** Until when keys can be given. */
  expiresAt: z.iso.datetime(),
  /** The items decided together with this one. */
  bulk: id.nullable(),
  panel: panelView.nullable(),
});
export type ProposalView = z.infer<typeof proposalView>;

/** An action as it stands in a proposal, from what its drafter said and what was looked at. */
export const actionOf = (
  draft: ProposalDraft,
  seen: Pick<ProposedAction, 'item' | 'revision' | 'policyVersion'>,
): ProposedAction => ({
  ...draft,
  ...seen,
});

/** Something that words of a moderator can be, where a whole text is not needed. */
export const words = filled(z.string().overwrite(cleanText).trim().max(1000));
