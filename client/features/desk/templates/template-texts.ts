import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import { fillTemplate, type TemplateGap } from '../../../../shared/moderation/template.rules.js';
import type { TemplateView } from '../../../../shared/moderation/template.schema.js';
import { formatDay } from '../../../lib/format';

/** What a case says by itself about the gaps of a template. */
export type KnownGaps = Readonly<Partial<Record<TemplateGap, string>>>;

/** What is known of a case, for somebody who reads that language. */
export function gapsKnownOf(item: DeskItem, language: string, article: string): KnownGaps {
  const { topicTitle: title, threadTitle } = item;
  const topic = title && ([title, ...title.translations].find((one) => one.language === language) ?? title).text;
  return {
    author: item.author.pseudonym,
    ...(topic !== null && { topic }),
    ...(threadTitle !== null && { thread: threadTitle }),
    day: formatDay(language, item.waitingSince),
    ...(article !== '' && { article }),
  };
}

/** The templates in force, those for the reason that was chosen first; a proposed one is of no use yet. */
export function usableTemplates(templates: readonly TemplateView[], reason: ReasonCode | ''): TemplateView[] {
  const inForce = templates.filter((template) => template.inForce !== null);
  return inForce.toSorted((one, other) => Number(other.reason === reason) - Number(one.reason === reason));
}

/** The texts of a template, in the languages of both sides, with all that is known put in. */
export const filledTexts = (
  { inForce }: TemplateView,
  languages: readonly string[],
  known: (language: string) => KnownGaps,
): Record<string, string> =>
  Object.fromEntries(
    languages.map((language) => [language, fillTemplate(inForce?.text[language] ?? '', known(language))]),
  );
