import type { Country } from './countries.js';
import { isSaid, lastWords } from './digit-groups.js';

/** Cyrillic letters that stand on plates, as the Latin ones that plates are registered with. */
const latinOfBg: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('АВЕКМНОРСТУХ', (letter, at) => [letter, 'ABEKMHOPCTYX'[at] ?? '']),
);
const latinOfMk: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('АБВГДЕЗИКЛМНОПРСТУХ', (letter, at) => [letter, 'ABVGDEZIKLMNOPRSTUH'[at] ?? '']),
);

const setOf = (codes: string): ReadonlySet<string> => new Set(codes.split(' '));

const bgPlaces = setOf('A B BH BP BT C CA CB CC CH CM CO CT E EB EH H K KH M OB P PA PB PK PP T TX X Y');
const mkPlaces = setOf(
  'BE BT DB DE DH DK GE GV KA KI KO KP KR KS KU MB MK NE OH PE PP PS RA RE SK SN SR SS ST SU TE VA VE VI VV',
);
const inStates = setOf(
  'AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TN TR TS UK UP WB',
);

const inWriting = (letters: string, table: Readonly<Record<string, string>>): string =>
  Array.from(letters, (letter) => table[letter] ?? letter).join('');

interface Plate {
  readonly pattern: RegExp;
  /** Whether the letters that a plate begins with are those of a place, or the words before say that it is a plate. */
  readonly isOne: (begins: string, before: readonly string[]) => boolean;
}

const saidPk = 'گاڑی پلیٹ رجسٹریشن کار موٹر car plate vehicle registration bike'.split(' ');

const plates: Readonly<Record<Country, readonly Plate[]>> = {
  BG: [
    {
      pattern:
        /(?<![\p{L}\p{N}])([ABEKMHOPCTYXАВЕКМНОРСТУХ]{1,2})[ -]?\d{4}[ -]?[ABEKMHOPCTYXАВЕКМНОРСТУХ]{2}(?![\p{L}\p{N}])/gu,
      isOne: (begins) => bgPlaces.has(inWriting(begins, latinOfBg)),
    },
  ],
  MK: [
    {
      pattern: /(?<![\p{L}\p{N}])([A-ZА-ЯЉЊЏ]{2})[ -]{0,3}\d{3,4}[ -]{0,3}[A-ZА-ЯЃЌЉЊЏЅЈ]{2}(?![\p{L}\p{N}])/gu,
      isOne: (begins) => mkPlaces.has(inWriting(begins, latinOfMk)),
    },
  ],
  IN: [
    {
      pattern: /(?<![\p{L}\p{N}])([A-Z]{2})[ -]?\d{1,2}[A-Z]?[ -]?[A-Z]{1,3}[ -]?\d{4}(?![\p{L}\p{N}])/gu,
      isOne: (begins) => inStates.has(begins),
    },
    { pattern: /(?<![\p{L}\p{N}])(\d{2})[ -]?BH[ -]?\d{4}[ -]?[A-Z]{1,2}(?![\p{L}\p{N}])/gu, isOne: () => true },
  ],
  PK: [
    { pattern: /(?<![\p{L}\p{N}])([A-Z]{2,3})[ -]\d{2}[ -]\d{3,4}(?![\p{L}\p{N}])/gu, isOne: () => true },
    {
      pattern: /(?<![\p{L}\p{N}])([A-Z]{2,3})[ -]?\d{3,4}(?![\p{L}\p{N}])/gu,
      isOne: (_, before) => isSaid(before, saidPk),
    },
  ],
};

/** Where plates of vehicles stand, as they are registered in these countries. */
export function platesIn(text: string, countries: ReadonlySet<Country>): { start: number; end: number }[] {
  return [...countries]
    .flatMap((country) => plates[country])
    .flatMap(({ pattern, isOne }) =>
      [...text.matchAll(pattern)]
        .filter(({ 1: begins = '', index }) => isOne(begins, lastWords(text, index)))
        .map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
    );
}
