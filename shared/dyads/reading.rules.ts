/** Which text of a post is shown first; `original_only`: no translation unless one asks for it. */
export const readings = ['side_by_side', 'original_first', 'translation_first', 'original_only'] as const;

type Reading = (typeof readings)[number];

/** How somebody reads, and where they choose otherwise for texts of one language. */
export interface ReadingChoice {
  readonly reading: Reading;
  readonly readingByLanguage: Readonly<Record<string, Reading>>;
}

/** How somebody reads texts that were written in a language. */
export const readingOf = ({ reading, readingByLanguage }: ReadingChoice, language: string): Reading =>
  (Object.hasOwn(readingByLanguage, language) ? readingByLanguage[language] : undefined) ?? reading;
