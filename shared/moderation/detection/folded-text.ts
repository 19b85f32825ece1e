import { foldedPoint, isLetterKind, placeKinds, type FoldedPart } from './folded-point.js';
import { Places } from './places.js';
import type { TextRange } from './text-range.js';

const space = 0x20;
const dotAbove = 0x0307;
const nukta = 0x093c;
const smallI = 0x69;

/** A letter of the Cyrillic script that is one with its mark, and another letter without it: й, ѓ, ќ, ї, ў. */
const cyrillicWithMark = new Map<number, readonly number[]>([
  [0x0306, [0x0438, 0x0443]],
  [0x0301, [0x0433, 0x043a]],
  [0x0308, [0x0456]],
]);

/** So many letters, each a word of its own, are one word written apart: "w o r d". */
const lettersApart = 3;

/**
 * A text as words are compared in it, in two forms. `plain` is what is written whatever its composition, case, width,
 * invisible signs and spelling variants (NFKD, full case folding, Arabic and Devanagari variants): two texts with equal
 * plain forms say the same. `shape` is what it looks like at a glance (after UTS #39): letters of other scripts, accents,
 * stretched and spaced letters no longer tell words apart. Everything knows where in the original it stands.
 */
export interface FoldedText {
  readonly plain: Uint32Array;
  /** What each place of `plain` is, of `placeKinds`. */
  readonly kinds: Uint8Array;
  readonly shape: Uint32Array;
  /** Where in `plain` each place of `shape` begins, and the first place behind it. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** How many characters and places were looked at: what folding costs. */
  readonly steps: number;
  /** Where a stretch of `plain` stands in the original. */
  rangeOf(from: number, to: number): TextRange;
}

/** Folds a text. Takes any string, also one with broken surrogate pairs, in time proportional to its length. */
export function foldText(text: string): FoldedText {
  const form = new PlainForm(text.length);
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const end = at + (code > 0xffff ? 2 : 1);
    form.take(code, at, end);
    at = end;
  }
  const { places } = form;
  const [plain, kinds, looks, starts, ends] = [places.codes, places.kinds, places.looks, places.starts, places.ends];
  const shaped = shapeOf(kinds, looks);
  return {
    plain,
    kinds,
    ...shaped,
    steps: text.length + plain.length + shaped.shape.length,
    rangeOf: (from, to) => ({ start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }),
  };
}

class PlainForm {
  readonly places: Places;
  /** The letter that marks belong to; none after a space or a digit. */
  private base: FoldedPart | undefined;
  private hasSpace = false;

  constructor(length: number) {
    this.places = new Places(length);
  }

  take(code: number, start: number, end: number): void {
    const point = foldedPoint(code);
    if (point === 'ignored') return;
    if (point === 'separator') {
      if (!this.hasSpace) this.places.add(space, placeKinds.space, space, start, end);
      this.hasSpace = true;
      this.base = undefined;
    } else for (const part of point) this.takePart(part, start, end);
  }

  private takePart(part: FoldedPart, start: number, end: number): void {
    if (part.kind === placeKinds.mark) {
      if (!this.base) return;
      if (isKept(part.code, this.base)) this.places.add(part.code, part.kind, lookOfMark(part, this.base), start, end);
      else this.places.stretchLast(end);
      return;
    }
    this.hasSpace = false;
    this.base = isLetterKind(part.kind) ? part : undefined;
    this.places.add(part.code, part.kind, part.look, start, end);
  }
}

/**
 * Whether a mark makes another letter. Vowel signs of Arabic and Hebrew, accents of Greek, stresses of Cyrillic, the
 * nukta and the dot of a Turkish capital are left out by many who write; the rest of the marks are spelling.
 */
function isKept(mark: number, { kind, code }: FoldedPart): boolean {
  if (kind === placeKinds.Arabic || kind === placeKinds.Greek || kind === placeKinds.Hebrew) return false;
  if (kind === placeKinds.Cyrillic) return cyrillicWithMark.get(mark)?.includes(code) ?? false;
  if (kind === placeKinds.Devanagari) return mark !== nukta;
  return kind !== placeKinds.Latin || mark !== dotAbove || code !== smallI;
}

/** What is not seen at a glance: accents. The vowels of scripts that write them as marks are. */
const unseen = 0;
const lookOfMark = ({ code }: FoldedPart, { kind }: FoldedPart): number =>
  kind === placeKinds.Devanagari || kind === placeKinds.other ? code : unseen;

function shapeOf(kinds: Uint8Array, looks: Uint32Array): Pick<FoldedText, 'shape' | 'from' | 'to'> {
  const shape = new Uint32Array(looks.length);
  const from = new Uint32Array(looks.length);
  const to = new Uint32Array(looks.length);
  const dropped = spacesBetweenSingleLetters(kinds);
  let length = 0;
  let last = unseen;
  for (let at = 0; at < looks.length; at += 1) {
    if (dropped[at] === 1) continue;
    const look = looks[at] ?? unseen;
    // What is not seen, and a letter that was there just before, stretch what stands before them.
    if (look !== unseen && look !== last) {
      shape[length] = look;
      from[length] = at;
      length += 1;
      last = look;
    }
    if (length > 0) to[length - 1] = at + 1;
  }
  return { shape: shape.subarray(0, length), from: from.subarray(0, length), to: to.subarray(0, length) };
}

/** Marks the spaces inside a row of letters that stand alone. */
function spacesBetweenSingleLetters(kinds: Uint8Array): Uint8Array {
  const dropped = new Uint8Array(kinds.length);
  let row: number[] = [];
  let wasAlone = false;
  const endRow = (): void => {
    if (row.length >= lettersApart - 1) for (const at of row) dropped[at] = 1;
    row = [];
  };
  for (let at = 0; at < kinds.length;) {
    const end = endOfWord(kinds, at);
    const isAlone = isOneLetter(kinds, at, end);
    if (!isAlone && row.length > 0) endRow();
    else if (isAlone && wasAlone) row.push(at - 1);
    wasAlone = isAlone;
    at = end + 1;
  }
  endRow();
  return dropped;
}

function endOfWord(kinds: Uint8Array, from: number): number {
  const end = kinds.indexOf(placeKinds.space, from);
  return end < 0 ? kinds.length : end;
}

/** Whether a word is one letter, with whatever marks it has. */
function isOneLetter(kinds: Uint8Array, from: number, end: number): boolean {
  if (from >= end || !isLetterKind(kinds[from] ?? 0)) return false;
  for (let at = from + 1; at < end; at += 1) if (kinds[at] !== placeKinds.mark) return false;
  return true;
}
