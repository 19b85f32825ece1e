/** The countries whose numbers, plates and addresses are known here: those of the demonstration dyads. */
export type Country = 'BG' | 'MK' | 'IN' | 'PK';

const countryOf: Readonly<Record<string, Country>> = { bg: 'BG', mk: 'MK', hi: 'IN', ur: 'PK' };

/** The countries of a dyad, by the languages it speaks. */
export const countriesOf = (languages: readonly string[]): ReadonlySet<Country> =>
  new Set(languages.flatMap((language) => countryOf[language.split('-')[0] ?? ''] ?? []));
