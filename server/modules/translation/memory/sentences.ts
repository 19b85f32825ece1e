/**
 * Words that end with a point and no sentence, in small letters. A point after one of them, after a single letter or after
 * a number at the beginning of a line does not end a sentence, as rules of segmentation (SRX) would have it.
 */
const abbreviations: Readonly<Record<string, readonly string[]>> = {
  bg: 'проф доц д-р инж акад г г-н г-жа гр с ул бул обл общ чл ал т стр напр вж ср бел изд кв тел вкл ок им св пр'.split(
    ' ',
  ),
  mk: 'проф доц д-р инж акад г г-дин г-ѓа гр с ул бул чл ст т стр нпр пр види сп изд кв тел вкл ок св тн бр ред'.split(
    ' ',
  ),
  en: 'mr mrs ms dr prof st art no vol fig e.g i.e etc cf vs approx dept gov gen rev sen rep inc ltd jan feb mar'.split(
    ' ',
  ),
  hi: 'डॉ प्रो श्री सं पृ ई कि मी रु क्र'.split(' '),
  ur: 'ڈاکٹر پروفیسر ص ج ء ق م ھ'.split(' '),
};

/** The last word of a sentence that ends with a point, without it. */
const lastWord = /(?:^|[\s("'„“«])([^\s("'„“«]+)\.\s*$/u;

const isUnfinished = (sentence: string, language: string): boolean => {
  const word = lastWord.exec(sentence)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  const isListNumber = /^\s*\p{Nd}+\.\s*$/u.test(sentence);
  return isListNumber || /^\p{L}\p{M}*$/u.test(word) || (abbreviations[language] ?? []).includes(word);
};

/** The sentences of a passage of one language, trimmed, in their order. Together they are all of its words. */
export function sentencesOf(passage: string, language: string): string[] {
  const sentences: string[] = [];
  let begun = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(
    passage.replace(/\s+/gu, ' '),
  )) {
    begun += segment;
    if (isUnfinished(begun, language)) continue;
    sentences.push(begun.trim());
    begun = '';
  }
  if (begun.trim() !== '') sentences.push(begun.trim());
  return sentences.filter((sentence) => sentence !== '');
}
