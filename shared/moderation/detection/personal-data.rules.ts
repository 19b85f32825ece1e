import { addressesIn } from './personal/address.js';
import { countriesOf } from './personal/countries.js';
import { emailsIn } from './personal/email.js';
import { ibansIn } from './personal/iban.js';
import { nationalIdsIn } from './personal/national-id.js';
import { phonesIn } from './personal/phone.js';
import { platesIn } from './personal/plate.js';
import { readableText } from './readable-text.js';
import type { TextRange } from './text-range.js';

/** What of a person can be told from its form; of two kinds at one place the first here is meant. */
export const personalDataKinds = ['email', 'iban', 'national_id', 'phone', 'plate', 'address'] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** Something that may lead to a person, and where. */
export interface PersonalData extends TextRange {
  readonly kind: PersonalDataKind;
}

/** Addresses of pages hold long numbers that are nobody's. */
const pageAddress = /https?:\/\/[^\s<>]{1,2000}/gi;

/**
 * What in a text may lead to a person, in the order of the text: a hint to its author before it is published and to the
 * desk afterwards, never a refusal. Linear in the text.
 * @param languages of the dyad; their countries say which numbers, plates and addresses are looked for
 */
export function personalDataIn(original: string, languages: readonly string[]): PersonalData[] {
  const countries = countriesOf(languages);
  const { text, rangeOf } = readableText(original);
  const words = text.replace(pageAddress, (address) => ' '.repeat(address.length));
  const found: Readonly<Record<PersonalDataKind, readonly TextRange[]>> = {
    email: emailsIn(words),
    iban: ibansIn(words),
    national_id: nationalIdsIn(words, countries),
    phone: phonesIn(words, countries),
    plate: platesIn(words, countries),
    address: addressesIn(words),
  };
  const taken = new Uint8Array(words.length);
  return personalDataKinds
    .flatMap((kind) => apart(found[kind], taken).map((range) => ({ kind, ...range })))
    .toSorted((one, other) => one.start - other.start)
    .map(({ kind, start, end }) => ({ kind, ...rangeOf(start, end) }));
}

/** Those that lie on nothing that was taken before them; they are taken then. */
const apart = (ranges: readonly TextRange[], taken: Uint8Array): TextRange[] =>
  ranges.filter(({ start, end }) => {
    const isFree = !taken.subarray(start, end).includes(1);
    if (isFree) taken.fill(1, start, end);
    return isFree;
  });
