/** The check digits of numbers that states and banks give to people. All take digits (and letters) without blanks. */

const digitsOf = (text: string): number[] => Array.from(text, Number);

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/**
 * The unified civil number of Bulgaria (ЕГН): day of birth with the century in the month, then a check digit modulo 11
 * (Ordinance RD-02-20-9 of 2012 on the civil registration system).
 */
export function isEgn(number: string): boolean {
  if (!/^\d{10}$/.test(number)) return false;
  const [year, month, day] = [number.slice(0, 2), number.slice(2, 4), number.slice(4, 6)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const century = month > 40 ? 2000 : month > 20 ? 1800 : 1900;
  if (!isDay(century + year, month % 20, day)) return false;
  const check = (weighted(digitsOf(number), [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10;
  return check === Number(number.at(-1));
}

/**
 * The unique master number of the citizen (ЕМБГ, JMBG) of what was Yugoslavia: day of birth with three digits of the
 * year, region, serial number, check digit modulo 11.
 */
export function isEmbg(number: string): boolean {
  if (!/^\d{13}$/.test(number)) return false;
  const year = Number(number.slice(4, 7));
  if (!isDay(year < 800 ? 2000 + year : 1000 + year, Number(number.slice(2, 4)), Number(number.slice(0, 2))))
    return false;
  const left = weighted(digitsOf(number), [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return left !== 1 && (11 - left) % 11 === Number(number.at(-1));
}

/** Multiplication in the dihedral group of order ten. */
const multiply = (a: number, b: number): number => {
  const turn = ((a % 5) + (a < 5 ? 1 : 4) * (b % 5)) % 5;
  return turn + (a < 5 === b < 5 ? 0 : 5);
};
const permuted: readonly number[] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
const permute = (digit: number, times: number): number =>
  times === 0 ? digit : permute(permuted[digit] ?? 0, times - 1);

/** J. Verhoeff, "Error Detecting Decimal Codes", 1969: the number with its check digit comes to nothing. */
export const isVerhoeff = (number: string): boolean =>
  digitsOf(number)
    .toReversed()
    .reduce((sum, digit, at) => multiply(sum, permute(digit, at % 8)), 0) === 0;

/** The Aadhaar number of India: twelve digits, the first 2 to 9, the last by Verhoeff (UIDAI). */
export const isAadhaar = (number: string): boolean => /^[2-9]\d{11}$/.test(number) && isVerhoeff(number);

/** ISO 13616: the first four characters at the end, letters as numbers from 10, and the whole leaves 1 of 97. */
export function isIban(number: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(number)) return false;
  let left = 0;
  for (const character of number.slice(4) + number.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    left = (left * (value > 9 ? 100 : 10) + value) % 97;
  }
  return left === 1;
}
