import type { Direction } from '../../shared/language/language.js';

/** Letters of the scripts that run from right to left, and of all others. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const leftToRight = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}])\p{L}/u;

/** Signs of private use: where a page puts an element of its own in a sentence, which is isolated by itself. */
const place = /\p{Co}/u;

/**
 * What is put in a sentence, as something of its own where its letters run the other way (Unicode, UAX #9: FSI and PDI): a
 * quotation mark or number beside it would otherwise go along with its letters, to the wrong side.
 * @param direction of the sentence
 */
export function isolated(value: string, direction: Direction): string {
  const runsOtherwise = direction === 'rtl' ? leftToRight : rightToLeft;
  return runsOtherwise.test(value) && !place.test(value) ? `\u2068${value}\u2069` : value;
}
