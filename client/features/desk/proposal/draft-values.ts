import { kindRules } from '../../../../shared/moderation/content-kind.rules.js';
import {
  lasting,
  type ContentMeasure,
  type SanctionKind,
} from '../../../../shared/moderation/decision-classes.rules.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import type { ProposalDraft, ProposalView } from '../../../../shared/moderation/proposal.schema.js';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import { hasGap } from '../../../../shared/moderation/template.rules.js';

/** A proposal under way, as its form has it. Nothing is chosen until somebody chooses it. */
export interface DraftValues {
  readonly measure: ContentMeasure | '';
  readonly passages: readonly string[];
  readonly sanction: SanctionKind | '';
  readonly days: string;
  readonly reason: ReasonCode | '';
  readonly article: string;
  readonly facts: Readonly<Record<string, string>>;
}

export const emptyDraft = (measure: ContentMeasure | ''): DraftValues => ({
  measure,
  passages: [''],
  sanction: '',
  days: '3',
  reason: '',
  article: '',
  facts: {},
});

/** A proposal as it was made, to be changed. */
export const valuesOf = ({ measure, passages, sanction, reason, article, facts }: ProposalView): DraftValues => ({
  measure: measure ?? '',
  passages: passages.length > 0 ? passages : [''],
  sanction: sanction?.kind ?? '',
  days: sanction?.days ? String(sanction.days) : '3',
  reason,
  article: article === null ? '' : String(article),
  facts,
});

/** What can be done with the words of an item as it stands; what a decision of both sides did can be taken up again. */
export function measuresFor({ kind, state, reports }: Pick<DeskItem, 'kind' | 'state' | 'reports'>): ContentMeasure[] {
  const isPossible = (measure: ContentMeasure): boolean => {
    if (state === 'actioned' || measure === 'reopen') return state === 'actioned' && measure === 'reopen';
    if (state === 'pending') return measure === 'remove' || measure === 'redact';
    return measure !== 'dismiss' || reports.groups.length > 0;
  };
  return kindRules[kind].measures.filter(isPossible);
}

/** Measures that say the words were in order: nothing is done to their author with them. */
export const clears = (measure: ContentMeasure | ''): boolean => measure === 'dismiss' || measure === 'reopen';

/** What a draft still lacks before it can be proposed; of the facts, in which language. A gap is one of a template. */
export type Lack = 'nothing_chosen' | 'reason' | 'passages' | 'days' | `facts.${string}` | `gap.${string}`;

export function lacksOf(values: DraftValues, languages: readonly string[]): Lack[] {
  const { measure, sanction, passages, reason, facts } = draftOf(values);
  return [
    ...(measure === null && sanction === null ? (['nothing_chosen'] as const) : []),
    ...(measure === 'redact' && passages.length === 0 ? (['passages'] as const) : []),
    ...(sanction && lasting.has(sanction.kind) && !(Number(sanction.days) >= 1) ? (['days'] as const) : []),
    ...(reason === null ? (['reason'] as const) : []),
    ...languages.filter((language) => !facts[language]).map((language): Lack => `facts.${language}`),
    ...languages.filter((language) => hasGap(facts[language] ?? '')).map((language): Lack => `gap.${language}`),
  ];
}

/** What is written so far, as both sides would read it. */
export interface DraftSoFar extends Omit<ProposalDraft, 'reason'> {
  readonly reason: ReasonCode | null;
}

export function draftOf(values: DraftValues): DraftSoFar {
  const { measure, sanction, days } = values;
  return {
    measure: measure === '' ? null : measure,
    passages: measure === 'redact' ? values.passages.filter((passage) => passage !== '') : [],
    sanction:
      sanction === '' || clears(measure)
        ? null
        : { kind: sanction, days: lasting.has(sanction) ? Math.trunc(Number(days)) : null },
    reason: values.reason === '' ? null : values.reason,
    article: values.article === '' ? null : Number(values.article),
    facts: Object.fromEntries(
      Object.entries(values.facts).flatMap(([language, text]) => (text.trim() ? [[language, text.trim()]] : [])),
    ),
  };
}

/** The draft, once nothing is lacking. */
export function completeDraft(values: DraftValues, languages: readonly string[]): ProposalDraft | undefined {
  const draft = draftOf(values);
  return draft.reason !== null && lacksOf(values, languages).length === 0
    ? { ...draft, reason: draft.reason }
    : undefined;
}
