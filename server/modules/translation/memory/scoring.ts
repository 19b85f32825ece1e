import { distance } from 'fastest-levenshtein';
import { memoryPenalties } from '../../../../shared/translation/memory.rules.js';
import { compared } from './segment-hash.js';

/** A word with its marks, a number, or one sign of its own. */
const token = /\p{Nd}+(?:[.,:/-]\p{Nd}+)*|(?:[\p{L}\p{M}\p{N}'’-]|\u200c|\u200d)+|[^\s]/gu;
const number = /\p{Nd}+(?:[.,:/-]\p{Nd}+)*/gu;

const tokensOf = (text: string): string[] => compared(text).toLowerCase().match(token) ?? [];

/** Words as single signs, so that one step of the distance is one word. */
function asSigns(tokens: readonly string[], known: Map<string, string>): string {
  return tokens
    .map((one) => {
      const sign = known.get(one) ?? String.fromCharCode(known.size + 1);
      known.set(one, sign);
      return sign;
    })
    .join('');
}

/** How many numbers of the one have no equal in the other, counted on the side that has more of them. */
function differingNumbers(one: string, other: string): number {
  const rest: string[] = [...(other.match(number) ?? [])];
  let alone = 0;
  for (const found of one.match(number) ?? []) {
    const at = rest.indexOf(found);
    if (at < 0) alone += 1;
    else rest.splice(at, 1);
  }
  return Math.max(alone, rest.length);
}

/**
 * How near an entry is to a sentence, 0 to 100: what is left of Levenshtein's distance over words, divided by the words of
 * the longer one, less what differing numbers and a missing agreement cost. Only equal words reach 100.
 */
export function percentOf(sought: string, found: string, isAgreed: boolean): number {
  const known = new Map<string, string>();
  const [one, other] = [asSigns(tokensOf(sought), known), asSigns(tokensOf(found), known)];
  const longer = Math.max(one.length, other.length);
  const ratio = longer === 0 ? 1 : 1 - distance(one, other) / longer;
  const most = compared(sought) === compared(found) ? 100 : 99;
  const near = Math.min(most, Math.floor(100 * ratio));
  const less = memoryPenalties.number * differingNumbers(sought, found) + (isAgreed ? 0 : memoryPenalties.notAgreed);
  return Math.max(0, near - less);
}
