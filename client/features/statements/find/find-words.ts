export interface Found {
  readonly from: number;
  readonly to: number;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

interface Sign {
  readonly sign: string;
  readonly at: number;
}

const signsOf = (text: string): Sign[] =>
  [...segmenter.segment(text)].map(({ segment, index }) => ({ sign: segment, at: index }));

/**
 * Where words stand in a text, as a reader of its language would find them: capitals and accents make no difference where
 * the language makes none (e and é), and do where it does (и and й).
 */
export function findWords(text: string, sought: string, language: string): Found[] {
  const wanted = signsOf(sought.trim());
  if (wanted.length === 0) return [];
  const { compare } = new Intl.Collator(language, { usage: 'search', sensitivity: 'base' });
  const isAlike = remembered((one, other) => compare(one, other) === 0);
  const signs = signsOf(text);
  const found: Found[] = [];
  for (let at = 0; at + wanted.length <= signs.length; at += 1) {
    if (!wanted.every(({ sign }, further) => isAlike(signs[at + further]?.sign ?? '', sign))) continue;
    found.push({ from: signs[at]?.at ?? 0, to: signs[at + wanted.length]?.at ?? text.length });
    at += wanted.length - 1;
  }
  return found;
}

/** A text has few different signs, and each pair is compared once. */
function remembered(ask: (one: string, other: string) => boolean): (one: string, other: string) => boolean {
  const known = new Map<string, boolean>();
  return (one, other) => {
    if (one === other) return true;
    const pair = `${one}\n${other}`;
    const answer = known.get(pair) ?? ask(one, other);
    known.set(pair, answer);
    return answer;
  };
}
