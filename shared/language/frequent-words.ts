/** Frequent words that neighbours in the same script do not have, or write otherwise. */
const frequent: Readonly<Record<string, ReadonlySet<string>>> = {
  bg: new Set(
    'това ще са като че със във какво къде аз всичко много която което които тези този тази съм нещо защо няма'.split(
      ' ',
    ),
  ),
  mk: new Set(
    'тоа ќе како дека со во што каде јас сите многу која кое кои овие овој оваа сум нешто зошто нема од веќе'.split(
      ' ',
    ),
  ),
};

const fewest = 3;

/**
 * Which of a dyad's languages a text rather sounds like, by frequent words, where two share their letters. Silent
 * unless there are several of them, and clearly more than of the language named.
 * @param named the language the author chose
 * @param candidates the languages of the dyad
 */
export function soundsLike(text: string, named: string, candidates: readonly string[]): string | undefined {
  if (frequent[named] === undefined) return undefined;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const own = count(words, named, candidates);
  return candidates.find((other) => {
    const heard = other === named ? 0 : count(words, other, candidates);
    return heard >= fewest && heard > own * 2;
  });
}

/** Words that are frequent in one language and in none of the others that it could be. */
const count = (words: readonly string[], language: string, candidates: readonly string[]): number =>
  words.filter(
    (word) =>
      frequent[language]?.has(word) && !candidates.some((other) => other !== language && frequent[other]?.has(word)),
  ).length;
