import { isIban } from './check-digits.js';

/** A beginning, and enough behind it for the longest number; every part is bounded. */
const beginning = /(?<![\p{L}\p{N}])[A-Za-z]{2}\d{2}(?: ?[A-Za-z\d]{1,4}){3,14}/gu;
const shortest = 15;

/** Where numbers of bank accounts stand (ISO 13616), in groups or not. */
export function ibansIn(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(beginning)].flatMap(({ 0: found, index }) => {
    const length = lengthOf(found);
    return length === undefined ? [] : [{ start: index, end: index + length }];
  });
}

/** The words behind a number may look like more of it, so the longest beginning whose check digits agree is taken. */
function lengthOf(found: string): number | undefined {
  for (let length = found.length; length >= shortest; length -= 1) {
    if (found[length - 1] !== ' ' && isIban(found.slice(0, length).replaceAll(' ', '').toUpperCase())) return length;
  }
  return undefined;
}
