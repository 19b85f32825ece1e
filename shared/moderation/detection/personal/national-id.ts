import { isAadhaar, isEgn, isEmbg } from './check-digits.js';
import type { Country } from './countries.js';
import { isSaid, numbersIn, type NumberInText } from './digit-groups.js';

interface NationalId {
  /** Whether digits in such groups are one by themselves. */
  readonly isOne: (digits: string, groups: string) => boolean;
  /** What they must look like where words before say what they are, and how these words begin. */
  readonly saidDigits: RegExp;
  readonly said: readonly string[];
}

/** CNIC of Pakistan: five digits of the place, seven of the family, one of the sex; it has no check digit (NADRA). */
const isCnic = (digits: string, groups: string): boolean => /^[1-9]\d{12}$/.test(digits) && groups === '5 7 1';

const ids: Readonly<Record<Country, NationalId>> = {
  BG: {
    isOne: (digits, groups) => (groups === '10' || groups === '6 4') && isEgn(digits),
    saidDigits: /^\d{10}$/,
    said: ['егн', 'граждански'],
  },
  MK: {
    isOne: (digits, groups) => (groups === '13' || groups === '7 6' || groups === '7 2 3 1') && isEmbg(digits),
    saidDigits: /^\d{13}$/,
    said: ['ембг', 'матич'],
  },
  IN: {
    isOne: (digits, groups) => (groups === '12' || groups === '4 4 4') && isAadhaar(digits),
    saidDigits: /^\d{12}$/,
    said: ['आधार', 'aadha'],
  },
  PK: {
    isOne: isCnic,
    saidDigits: /^\d{13}$/,
    said: ['شناختی', 'cnic', 'nadra', 'نادرا'],
  },
};

/** How long the first groups of such numbers are. */
const firstGroups = new Set([4, 5, 6, 7, 10, 12, 13]);

/** Where numbers stand that a state of these countries gave to one person. */
export function nationalIdsIn(text: string, countries: ReadonlySet<Country>): NumberInText[] {
  const sought = [...countries].map((country) => ids[country]);
  return numbersIn(text, {
    mayBegin: (group, { plus, before }) =>
      !plus && (firstGroups.has(group.length) || sought.some(({ said }) => isSaid(before, said))),
    isOne: ({ digits, groups, before }) =>
      sought.some(
        ({ isOne, saidDigits, said }) => isOne(digits, groups) || (saidDigits.test(digits) && isSaid(before, said)),
      ),
  });
}
