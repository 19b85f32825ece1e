/** Digits that stand together, and where. */
interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** Whether nothing but blanks and signs as in telephone numbers stands between it and the group before. */
  readonly joined: boolean;
}

/** Some groups in a row, as one number. */
export interface NumberInText {
  readonly digits: string;
  /** How many digits each group has, with blanks between: `4 3 3`. */
  readonly groups: string;
  readonly start: number;
  readonly end: number;
  /** Whether a plus stands before it. */
  readonly plus: boolean;
  /** The last words before it, as many as say what it is, in small letters. */
  readonly before: readonly string[];
}

/** What kind of number is looked for. */
export interface SoughtNumber {
  /** Whether one can begin here with this group: spares looking at rows that cannot become one. */
  mayBegin(group: string, head: NumberHead): boolean;
  isOne(number: NumberInText): boolean;
}

type NumberHead = Pick<NumberInText, 'start' | 'plus' | 'before'>;

const mostGroups = 12;
const fewestDigits = 6;
const mostDigits = 18;
const wordsBefore = 3;
const charactersBefore = 32;

const between = /^[ ().\-/]{1,3}$/;
const touching = /[\p{L}\p{N}_]/u;
/** In the middle of a number that is written with signs: of a book, of a file. */
const within = /\d[.\-/]$/;

/**
 * Numbers as people write them, in groups: of all rows of groups that are what is sought, the first and longest, then on
 * behind it. A row is bounded, so this is linear in the text.
 */
export function numbersIn(text: string, sought: SoughtNumber): NumberInText[] {
  const groups = groupsIn(text);
  const found: NumberInText[] = [];
  for (let first = 0; first < groups.length;) {
    const row = longestRow(text, groups, first, sought);
    if (row) found.push(row.number);
    first = row ? row.behind : first + 1;
  }
  return found;
}

function groupsIn(text: string): Group[] {
  let before = 0;
  return [...text.matchAll(/\d+/g)].map(({ 0: digits, index: start }) => {
    const joined = between.test(text.slice(before, Math.min(start, before + 4)));
    before = start + digits.length;
    return { digits, start, end: before, joined };
  });
}

function longestRow(
  text: string,
  groups: readonly Group[],
  first: number,
  sought: SoughtNumber,
): { readonly number: NumberInText; readonly behind: number } | undefined {
  const beginning = groups[first];
  const head = beginning && headAt(text, beginning.start);
  if (!head || !sought.mayBegin(beginning.digits, head)) return undefined;
  let longest: { readonly number: NumberInText; readonly behind: number } | undefined;
  let [digits, lengths] = ['', ''];
  for (let at = first; at < groups.length && at < first + mostGroups; at += 1) {
    const group = groups[at];
    if (!group || (at > first && !group.joined) || digits.length + group.digits.length > mostDigits) break;
    digits += group.digits;
    lengths += `${lengths && ' '}${group.digits.length}`;
    if (digits.length < fewestDigits || touching.test(text.slice(group.end, group.end + 1))) continue;
    const number = { ...head, digits, groups: lengths, end: group.end };
    if (sought.isOne(number)) longest = { number, behind: at + 1 };
  }
  return longest;
}

/** What stands before a number that begins here; nothing where none can begin. */
function headAt(text: string, at: number): NumberHead | undefined {
  const justBefore = text.slice(Math.max(0, at - 2), at);
  if (touching.test(justBefore.slice(-1)) || within.test(justBefore)) return undefined;
  const [sign = ''] = /\+\(?$|\($/.exec(justBefore) ?? [];
  const start = at - sign.length;
  return {
    start,
    plus: sign.startsWith('+'),
    before: lastWords(text, start),
  };
}

/** The last words before a place, the nearest last. */
export function lastWords(text: string, at: number): readonly string[] {
  const before = text.slice(Math.max(0, at - charactersBefore), at).toLowerCase();
  return (before.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).slice(-wordsBefore);
}

/** Whether one of some words begins in one of some ways. */
export const isSaid = (words: readonly string[], beginnings: readonly string[]): boolean =>
  words.some((word) => beginnings.some((beginning) => word.startsWith(beginning)));
