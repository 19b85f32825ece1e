import type { Script } from '../../language/language.js';
import { lookalikes } from '../../language/unicode-safety.js';

/** What a place of a folded text is; letters are told by their script. Numbers, since there is one for every character. */
export const placeKinds = {
  space: 0,
  digit: 1,
  mark: 2,
  /** A letter of a script without rules of its own here. */
  other: 3,
  Latin: 4,
  Cyrillic: 5,
  Greek: 6,
  Devanagari: 7,
  Arabic: 8,
  Hebrew: 9,
} as const satisfies Record<Script | 'space' | 'digit' | 'mark' | 'other', number>;
export type PlaceKind = (typeof placeKinds)[keyof typeof placeKinds];

/** Whether a place is a letter, of whatever script. */
export const isLetterKind = (kind: number): boolean => kind >= placeKinds.other;

/** A letter, digit or mark in the form in which it is compared. */
export interface FoldedPart {
  readonly code: number;
  readonly kind: PlaceKind;
  /** What it looks like at a glance, often a Latin letter. */
  readonly look: number;
}

/** What one character of a text comes to when words are compared. */
export type FoldedPoint = 'ignored' | 'separator' | readonly FoldedPart[];

const scripts: readonly (readonly [PlaceKind, RegExp])[] = [
  [placeKinds.Latin, /\p{Script=Latin}/u],
  [placeKinds.Cyrillic, /\p{Script=Cyrillic}/u],
  [placeKinds.Greek, /\p{Script=Greek}/u],
  [placeKinds.Devanagari, /\p{Script=Devanagari}/u],
  [placeKinds.Arabic, /\p{Script=Arabic}/u],
  [placeKinds.Hebrew, /\p{Script=Hebrew}/u],
];

/** Cannot be seen: joiners, soft hyphens, bidirectional controls, tags, control characters that do not end a word. */
const invisible =
  /^(?:\p{Default_Ignorable_Code_Point}|(?![\t\n\v\f\r\u0085])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E])$/u;
/** The stretched line of Arabic writing (kashida): it makes a word longer and says nothing. */
const kashida = 0x0640;
/** What comes apart into more is a blessing in one character (ﷺ), and no letter of a word. */
const mostParts = 4;

const basicPlane = 0x10000;
const known: (FoldedPoint | undefined)[] = Array.from({ length: basicPlane });

/** What a character comes to; worked out once for each of the basic plane, in which nearly everything is written. */
export function foldedPoint(code: number): FoldedPoint {
  if (code >= basicPlane) return workOut(code);
  return (known[code] ??= workOut(code));
}

function workOut(code: number): FoldedPoint {
  const character = String.fromCodePoint(code);
  if (code === kashida || invisible.test(character)) return 'ignored';
  const parts = Array.from(withoutCase(character.normalize('NFKD')).normalize('NFKD')).flatMap(partOf);
  return parts.length === 0 || parts.length > mostParts ? 'separator' : parts;
}

/**
 * Without the difference of small and capital letters, character by character and whatever the language: by way of
 * capitals, ß becomes ss and ς σ, and the dotless ı an i, as İ is one without its dot.
 */
const withoutCase = (text: string): string =>
  Array.from(text, (character) => character.toLowerCase().toUpperCase().toLowerCase()).join('');

function partOf(character: string): FoldedPart[] {
  const code = character.codePointAt(0) ?? 0;
  if (/^\p{Nd}$/u.test(character)) {
    const digit = digitOf(code);
    return [{ code: digit, kind: placeKinds.digit, look: lookOf(digit) }];
  }
  if (/^\p{M}$/u.test(character)) return [{ code, kind: placeKinds.mark, look: code }];
  if (!/^[\p{L}\p{N}]$/u.test(character)) return [];
  const kind = scripts.find(([, pattern]) => pattern.test(character))?.[0] ?? placeKinds.other;
  const folded = kind === placeKinds.Arabic ? lookOf(code) : code;
  return [{ code: folded, kind, look: lookOf(folded) }];
}

/** Digits of every script stand in a row of ten that begins at zero (UAX #44), so counting back says which one it is. */
function digitOf(code: number): number {
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return 0x30 + (code - zero);
}

/** The letter that another is taken for; a letter that looks like two of them is left as it is. */
function lookOf(code: number): number {
  const look = lookalikes[String.fromCodePoint(code)] ?? '';
  return look.length === 1 ? look.charCodeAt(0) : code;
}
