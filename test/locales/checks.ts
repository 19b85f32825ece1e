import { lettersForeignTo, shareOfScript } from '../../shared/language/letters.js';
import { cleanText } from '../../shared/language/unicode-safety.js';
import type { Catalogue, LanguageRow, SameAsEnglish } from './catalogue.js';
import { countingKeys, folded, foldedKeys } from './plural-forms.js';

/** What a check looks at: a language beside English. */
interface Compared {
  readonly row: LanguageRow;
  readonly english: Catalogue;
  readonly other: Catalogue;
  readonly same: SameAsEnglish;
  /** Keys of the words on buttons. */
  readonly buttons: ReadonlySet<string>;
}

/** A check says what is wrong, a line a finding. */
export type Check = (compared: Compared) => string[];

const placeholder = /\{\{\s*[\w.]+\s*\}\}/g;
const tag = /<\/?[\w-]+\s*\/?>/g;
const wordsOf = (value: string): string => value.replace(placeholder, ' ').replace(tag, ' ');

const said = (compared: Compared, tell: (value: string, key: string) => string | undefined): string[] =>
  [...compared.other].flatMap(([key, value]) => {
    const wrong = tell(value, key);
    return wrong === undefined ? [] : [`${key}: ${wrong}`];
  });

/** The English sentence that a sentence must agree with: for a form that English lacks, its `_other`. */
function sourceOf(key: string, { english }: Compared, counting: ReadonlySet<string>): string | undefined {
  return english.get(key) ?? english.get(`${folded(key, counting).key}_other`);
}

const sameKeys: Check = ({ english, other }) => {
  const counting = countingKeys(english);
  const [ours, theirs] = [foldedKeys(english, counting), foldedKeys(other, counting)];
  return [
    ...[...ours].filter((key) => !theirs.has(key)).map((key) => `${key}: is missing`),
    ...[...theirs].filter((key) => !ours.has(key)).map((key) => `${key}: English has no such sentence`),
  ];
};

const allForms: Check = ({ row, english, other }) => {
  const counting = countingKeys(english);
  const needed = [...counting].flatMap((key) => row.plurals.map((category) => `${key}_${category}`));
  const surplus = [...other.keys()].filter((key) => {
    const { category } = folded(key, counting);
    return category !== undefined && !row.plurals.includes(category);
  });
  return [
    ...needed.filter((key) => !other.has(key)).map((key) => `${key}: this form is missing`),
    ...surplus.map((key) => `${key}: ${row.code} has no such form`),
  ];
};

const marksOf = (value: string): string[] =>
  [...(value.match(placeholder) ?? []), ...(value.match(tag) ?? [])].map((mark) => mark.replace(/\s/g, '')).toSorted();

const samePlaceholders: Check = (compared) => {
  const counting = countingKeys(compared.english);
  return said(compared, (value, key) => {
    const source = sourceOf(key, compared, counting);
    if (source === undefined) return undefined;
    const { category = 'other' } = folded(key, counting);
    const countMayMiss = category === 'zero' || category === 'one' || category === 'two';
    const essential = (text: string): string =>
      marksOf(text)
        .filter((mark) => !(countMayMiss && mark === '{{count}}'))
        .join(' ');
    return essential(value) === essential(source)
      ? undefined
      : `has ${marksOf(value).join(' ') || 'no parameters'}, English ${marksOf(source).join(' ') || 'none'}`;
  });
};

const isTranslated: Check = (compared) => {
  const allowed = new Set(compared.same[compared.row.code]);
  const equal = said(compared, (value, key) => {
    const isSame = value === compared.english.get(key) && /\p{L}/u.test(wordsOf(value));
    return isSame && !allowed.has(key) ? 'says the same as English' : undefined;
  });
  const needless = [...allowed].filter((key) => compared.other.get(key) !== compared.english.get(key));
  return [...equal, ...needless.map((key) => `${key}: is listed as equal to English and is not`)];
};

const leastOfScript = 0.6;

const inItsScript: Check = (compared) =>
  said(compared, (value, key) => {
    if (compared.same[compared.row.code]?.includes(key)) return undefined;
    const share = shareOfScript(compared.row.script, wordsOf(value));
    return share < leastOfScript
      ? `only ${Math.round(share * 100)} % of its letters are ${compared.row.script}`
      : undefined;
  });

const inItsSpelling: Check = (compared) =>
  said(compared, (value) => {
    const foreign = lettersForeignTo(compared.row.code, wordsOf(value));
    return foreign.length > 0 ? `has ${foreign.join(' ')}, which ${compared.row.code} is not written with` : undefined;
  });

const lengthOf = (text: string): number => [...new Intl.Segmenter().segment(text)].length;
const mostTimes = 1.8;
/** Words shorter than this fit on any button. */
const fitsAnyway = 14;

const fitsButtons: Check = (compared) =>
  said(compared, (value, key) => {
    const source = compared.english.get(key);
    if (source === undefined || !compared.buttons.has(key)) return undefined;
    const most = Math.max(fitsAnyway, mostTimes * lengthOf(source));
    return lengthOf(value) > most
      ? `is ${lengthOf(value)} characters long for a button, more than ${Math.floor(most)}`
      : undefined;
  });

const endings: readonly (readonly [string, RegExp])[] = [
  ['ellipsis', /…$|\.\.\.$/u],
  ['full stop', /[.।۔]$/u],
  ['question mark', /[?؟]$/u],
  // Of Greek alone: nothing else that is checked ends with it.
  ['question mark', /;$/u],
  ['exclamation mark', /!$/u],
  ['colon', /:$/u],
  ['comma', /[,،]$/u],
];

/** How a sentence ends, whatever the script's own sign for it is; closing quotes and brackets do not count. */
const endingOf = (value: string): string =>
  endings.find(([, sign]) => sign.test(value.trim().replace(/[”“"'’»)\]]+$/u, '')))?.[0] ?? 'no sign';

const endsAlike: Check = (compared) => {
  const counting = countingKeys(compared.english);
  return said(compared, (value, key) => {
    const source = sourceOf(key, compared, counting);
    if (source === undefined || endingOf(source) === endingOf(value)) return undefined;
    return `ends with ${endingOf(value)}, English with ${endingOf(source)}`;
  });
};

/** Marks of direction and isolates are the translator's business. */
const directionMarks = /[\u200E\u200F\u2066-\u2069]/g;

const isClean: Check = (compared) =>
  said(compared, (value) => {
    if (value.trim() === '' || value !== value.trim()) return 'is empty, or begins or ends with a space';
    const bare = value.replace(directionMarks, '');
    return bare === cleanText(bare) ? undefined : 'is not composed, or holds invisible characters';
  });

/** The gate that a language passes before people may choose it. */
export const checks: Readonly<Record<string, Check>> = {
  'has every sentence and no other': sameKeys,
  'has every plural form of the language': allForms,
  'keeps the parameters and elements of each sentence': samePlaceholders,
  'is translated': isTranslated,
  'is written in its script': inItsScript,
  "is not written in a neighbour's spelling": inItsSpelling,
  'fits on its buttons': fitsButtons,
  'ends each sentence as English does': endsAlike,
  'has no hidden characters': isClean,
};
