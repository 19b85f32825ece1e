import { appealVerdicts, isMilder, type AppealVerdict } from '../../../../shared/moderation/appeal.rules.js';
import type { AppealCase, Variation } from '../../../../shared/moderation/appeal.schema.js';
import {
  lasting,
  type ContentMeasure,
  type SanctionKind,
} from '../../../../shared/moderation/decision-classes.rules.js';

/** A verdict on an appeal under way, as its form has it. */
export interface VerdictValues {
  readonly verdict: AppealVerdict | '';
  readonly measure: ContentMeasure | '';
  readonly passages: readonly string[];
  readonly sanction: SanctionKind | '';
  readonly days: string;
  readonly reasons: Readonly<Record<string, string>>;
}

/** Begins with what a seat would leave of the decision, or with all of it. */
export function emptyVerdict({ decision, variation }: Pick<AppealCase, 'decision' | 'variation'>): VerdictValues {
  const whole = variation ?? decision;
  return {
    verdict: '',
    measure: whole?.measure ?? '',
    passages: whole && whole.passages.length > 0 ? whole.passages : [''],
    sanction: whole?.sanction?.kind ?? '',
    days: String(whole?.sanction?.days ?? 3),
    reasons: {},
  };
}

/** What can be said of an appeal: one of a reporter, against nothing, is right or it is not. */
export const verdictsFor = ({ decision }: Pick<AppealCase, 'decision'>): AppealVerdict[] =>
  appealVerdicts.filter((verdict) => verdict !== 'vary' || decision !== null);

export const variationOf = ({ measure, passages, sanction, days }: VerdictValues): Variation => ({
  measure: measure === '' ? null : measure,
  passages: measure === 'redact' ? passages.filter((passage) => passage !== '') : [],
  sanction: sanction === '' ? null : { kind: sanction, days: lasting.has(sanction) ? Math.trunc(Number(days)) : null },
});

/** What is missing before a verdict can be given; of the reasons, in which language. */
export type VerdictLack = 'verdict' | 'variation' | `reasons.${string}`;

export function verdictLacks(
  values: VerdictValues,
  { decision }: Pick<AppealCase, 'decision'>,
  languages: readonly string[],
): VerdictLack[] {
  const isUnfit = values.verdict === 'vary' && decision !== null && !isMilder(variationOf(values), decision);
  return [
    ...(values.verdict === '' ? (['verdict'] as const) : []),
    ...(isUnfit ? (['variation'] as const) : []),
    ...languages
      .filter((language) => !values.reasons[language]?.trim())
      .map((language): VerdictLack => `reasons.${language}`),
  ];
}
