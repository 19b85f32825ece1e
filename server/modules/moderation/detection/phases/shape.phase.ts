import { placeKinds } from '../../../../../shared/moderation/detection/folded-point.js';
import { foldText } from '../../../../../shared/moderation/detection/folded-text.js';
import { finding, type Finding } from '../../../../../shared/moderation/detection/finding.rules.js';
import type { TextRange } from '../../../../../shared/moderation/detection/text-range.js';
import type { Phase } from '../phase.js';

/** From so many characters on a text is long for a conversation. */
const longText = 6_000;
/** A text with fewer letters and digits says nothing by itself. */
const fewestLetters = 2;
/** Capitals are looked at in texts with so many letters that have a case; from this share on they shout. */
const fewestCased = 20;
const shoutingShare = 0.7;
const mostPlaces = 20;

/** The same sign again and again, but for those that Markdown draws lines with, and digits. */
const sameSign = /([^\s\d\-=_*#~`.])\1{7,}/gu;
/** Signs that reorder, hide or split what is written; the marks of direction that keyboards set are none of them. */
const deceiving =
  /\u034F|[\u00AD\u115F\u1160\u17B4\u17B5\u180E\u200B\u202A-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFEFF\uFFA0]/g;
const heap = /\p{M}{5,}/gu;

/** The look of a text before anything is read: its length, its capitals, signs that shout or hide. */
export const shapePhase: Phase = {
  name: 'shape',
  look: ({ text }) => [...ofLength(text), ...ofCapitals(text), ...ofSigns(text)],
};

function ofLength(text: string): Finding[] {
  if (text.length >= longText) return [finding('very_long', { params: { characters: text.length } })];
  const said = foldText(text).kinds.filter((kind) => kind !== placeKinds.space && kind !== placeKinds.mark).length;
  return said < fewestLetters ? [finding('almost_empty')] : [];
}

function ofCapitals(text: string): Finding[] {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const cased = capitals + (text.match(/\p{Ll}/gu)?.length ?? 0);
  if (cased < fewestCased || capitals < cased * shoutingShare) return [];
  return [finding('capitals', { params: { percent: Math.round((capitals / cased) * 100) } })];
}

function ofSigns(text: string): Finding[] {
  const [same, hidden, heaps] = [placesOf(sameSign, text), placesOf(deceiving, text), placesOf(heap, text)];
  return [
    ...(same.length > 0 ? [finding('repeated_signs', { where: same.slice(0, mostPlaces) })] : []),
    ...(hidden.length > 0
      ? [finding('hidden_signs', { params: { number: hidden.length }, where: hidden.slice(0, mostPlaces) })]
      : []),
    ...(heaps.length > 0 ? [finding('heaped_marks', { where: heaps.slice(0, mostPlaces) })] : []),
  ];
}

const placesOf = (pattern: RegExp, text: string): TextRange[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
