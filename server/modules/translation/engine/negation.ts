/** How a language says no. */
interface Negation {
  /** Alternatives of a regular expression. */
  readonly words: readonly string[];
  /** Whether "nobody" comes with a "not" besides: "никой не", but never "nobody does not". */
  readonly doubles: boolean;
}

/**
 * Words of negation, by language. Only their number is compared: an engine that loses or invents one turns a sentence
 * into its opposite, and nothing about the text shows it.
 */
const negations: Readonly<Record<string, Negation>> = {
  en: {
    words: ['not|no|never|nobody|nothing|none|neither|nor|nowhere|cannot', "[a-z]+n['’]t"],
    doubles: false,
  },
  bg: {
    words: [
      'не|нито|никой|никого|никому|никога|никъде|нищо',
      'никак(?:ъв|ва|во|ви|ъде)?',
      'ня(?:ма|мам|маш|маме|мате|мат|мах|маше|махме|махте|маха|мало|мал|мала|мали)',
      'недей(?:те)?',
    ],
    doubles: true,
  },
  mk: {
    words: [
      'не|ниту|никој|никого|никому|никогаш|никаде|ништо',
      'никак(?:ов|ва|во|ви)?',
      'не(?:ма|мам|маш|маме|мате|маат|мав|маше|мавме|мавте|маа|мало|мал|мала|мале)',
      'немој(?:те)?',
    ],
    doubles: true,
  },
  hi: { words: ['नहीं|नही|न|ना|मत'], doubles: false },
  ur: { words: ['نہیں|نہ|نا|مت'], doubles: false },
};

/** `\b` knows neither Cyrillic nor the combining marks of Devanagari and Urdu. */
const patterns: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(negations).map(([language, { words }]) => [
    language,
    new RegExp(`(?<![\\p{L}\\p{M}])(?:${words.join('|').normalize('NFC')})(?![\\p{L}\\p{M}])`, 'giu'),
  ]),
);

/** How many words of negation a text holds; nothing for a language that we have no list for. */
export function negationsIn(text: string, language: string): number | undefined {
  const pattern = patterns.get(language);
  return pattern && (text.normalize('NFC').match(pattern)?.length ?? 0);
}

/**
 * Whether a text and its translation deny as often: as many times in languages that build negation alike, at all in
 * languages that do not. Languages without a list cannot be compared, and nothing is said against them.
 */
export function negatesAlike(
  before: number | undefined,
  sourceLanguage: string,
  after: number | undefined,
  targetLanguage: string,
): boolean {
  if (before === undefined || after === undefined) return true;
  const alike = negations[sourceLanguage]?.doubles === negations[targetLanguage]?.doubles;
  return alike ? before === after : before > 0 === after > 0;
}
