import { sortedJson } from '../contract/sorted-json.js';
import type { DecisionParts } from './decision-classes.rules.js';
import type { ReasonCode } from './reasons.js';

/** How long what a proposal says may be, in characters. */
export const factsMaximum = 2000;
/** How many passages a proposal may take out, and how long each may be. */
export const passagesMost = 20;
export const passageMaximum = 1000;
/** How many items may be decided together. */
export const bulkMost = 50;
/** The longest that a sanction with an end may last. */
export const sanctionDaysMost = 365;

/** What a proposal would do, in full: what keys are given for. */
export interface ProposedAction extends DecisionParts {
  readonly item: string;
  /** The revision of the content that was looked at. */
  readonly revision: number;
  /** The exact words that a redaction takes out. */
  readonly passages: readonly string[];
  readonly reason: ReasonCode;
  /** The version of the charter whose rules were applied, and the article where one is meant. */
  readonly policyVersion: number;
  readonly article: number | null;
  /** What was found, in the language of each side. */
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * An action as it is written down to be hashed: its SHA-256 is what a key is given for, so that no key opens anything but
 * what its giver read. `format` names these rules: another way of writing has another.
 */
export const canonicalAction = (action: ProposedAction): string =>
  sortedJson({
    format: 'entente-moderation-action/1',
    item: action.item,
    revision: action.revision,
    measure: action.measure,
    passages: action.passages,
    sanction: action.sanction && { kind: action.sanction.kind, days: action.sanction.days },
    reason: action.reason,
    policyVersion: action.policyVersion,
    article: action.article,
    facts: action.facts,
  });

/** Where a proposal stands. `escalated` waits for a panel; all but the first two are over. */
export const proposalStates = ['open', 'escalated', 'enacted', 'restored', 'lapsed', 'retracted'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** Why somebody may take no part in a decision; the database refuses their keys by these names. */
export const conflictRules = [
  'author',
  'reporter',
  'target',
  'same_place',
  'same_organisation',
  'same_person',
  'same_side',
  'earlier_key',
] as const;
export type ConflictRule = (typeof conflictRules)[number];
