/** Zeros of the digits that people write here: of Arabic script in both its forms, and of Devanagari. */
const zeros = [0x0660, 0x06f0, 0x0966];

const inWesternDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((one) => code >= one && code < one + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/**
 * A number as people write it, counted in its last decimal: "12,5" with one decimal is 125. Whatever sign stands before
 * the decimals, and whatever digits it is written in.
 * @returns nothing when it is no number, or has more decimals
 */
export function scaledNumber(text: string, decimals: number): number | undefined {
  const written = /^([-\u2212]?)(\d+)(?:[.,\u066B](\d+))?$/.exec(inWesternDigits(text.trim()));
  if (!written) return undefined;
  const [, sign = '', whole = '', fraction = ''] = written;
  if (fraction.length > decimals) return undefined;
  const value = Number(whole + fraction.padEnd(decimals, '0'));
  if (!Number.isSafeInteger(value)) return undefined;
  return sign === '' || value === 0 ? value : -value;
}

/** The same for a field to be changed: plain digits with a point. */
export function plainScaled(value: number, decimals: number): string {
  return (value / 10 ** decimals).toFixed(decimals);
}
