import * as Y from 'yjs';
import { statementShape } from '../../shared/documents/document-shape.js';
import { onlyClause } from './documents.js';

/** Numbers that look random and are the same in every run (mulberry32). */
export class Seeded {
  constructor(private state: number) {}

  /** Less than a number, and not less than nought. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  one<Thing>(things: readonly Thing[]): Thing {
    const thing = things[this.below(things.length)];
    if (thing === undefined) throw new Error('there is nothing to choose from');
    return thing;
  }
}

const spelled = ['вода', 'река ', 'мост', 'ا', 'नदी', '😀', 'x', '\n'];

/** Changes a document as an editor does: words, marks, paragraphs, attributes, deletions, in both texts. */
export function editAtRandom(doc: Y.Doc, random: Seeded): void {
  doc.transact(() => {
    const fragment = fragmentOf(doc, random.one(['a', 'b']));
    const text = firstText(fragment);
    if (!text) return addParagraph(fragment, 0, random);
    const places = betweenSigns(text);
    const from = random.below(places.length);
    const at = places[from] ?? 0;
    const upTo = (many: number): number => (places[Math.min(places.length - 1, from + many)] ?? at) - at;
    switch (random.below(7)) {
      case 0:
      case 1:
        return text.insert(at, random.one(spelled));
      case 2:
        return text.delete(at, upTo(1 + random.below(4)));
      case 3:
        return text.format(at, upTo(5), { [random.one(['bold', 'italic'])]: random.below(2) ? {} : null });
      case 4:
        return text.format(at, upTo(5), { link: { href: 'https://example.org/' } });
      default:
        return changeParagraphs(fragment, text.parent as Y.XmlElement, random);
    }
  });
}

/** Where an editor can be in a text: never inside a sign that takes two units. */
function betweenSigns(text: Y.XmlText): number[] {
  const all = (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ' '))
    .join('');
  const places = [0];
  for (const sign of all) places.push((places.at(-1) ?? 0) + sign.length);
  return places;
}

/** A text of the clause, with all its paragraphs. */
export function fragmentOf(doc: Y.Doc, side: 'a' | 'b'): Y.XmlFragment {
  const clause = doc.getMap(statementShape.structure).get(onlyClause) as Y.Map<Y.XmlFragment>;
  const fragment = clause.get(side);
  if (!fragment) throw new Error('a text is gone');
  return fragment;
}

function firstText(fragment: Y.XmlFragment): Y.XmlText | undefined {
  const paragraph = fragment.length > 0 ? fragment.get(0) : undefined;
  const text = paragraph instanceof Y.XmlElement && paragraph.length > 0 ? (paragraph.get(0) as unknown) : undefined;
  return text instanceof Y.XmlText ? text : undefined;
}

function changeParagraphs(fragment: Y.XmlFragment, paragraph: Y.XmlElement, random: Seeded): void {
  const mayBeNamed = paragraph.nodeName !== 'blockquote';
  if (mayBeNamed && random.below(3) === 0) return paragraph.setAttribute('pid', `p${random.below(9)}`);
  if (random.below(3) === 0 && fragment.length > 6) return fragment.delete(1 + random.below(fragment.length - 1), 1);
  return addParagraph(fragment, 1, random);
}

function addParagraph(fragment: Y.XmlFragment, at: number, random: Seeded): void {
  const added = new Y.XmlElement(random.one(['paragraph', 'heading', 'blockquote']));
  added.insert(0, [new Y.XmlText(random.one(spelled))]);
  fragment.insert(at, [added]);
}

/** Bytes as they were, but for one to three mistakes of the kinds that break parsers. */
export function mutated(original: Uint8Array, other: Uint8Array, random: Seeded): Uint8Array {
  let bytes = [...original];
  for (let times = 1 + random.below(3); times > 0; times -= 1) bytes = mutation(bytes, other, random);
  return Uint8Array.from(bytes);
}

function mutation(bytes: number[], other: Uint8Array, random: Seeded): number[] {
  const at = random.below(bytes.length + 1);
  switch (random.below(8)) {
    case 0:
    case 1:
      return bytes.toSpliced(at, 1, random.below(256));
    case 2:
      return bytes.toSpliced(at, 0, random.below(256));
    case 3:
      return bytes.toSpliced(at, 1 + random.below(3));
    case 4:
      return bytes.slice(0, at);
    case 5:
      return [...bytes.slice(0, at), ...other.slice(random.below(other.length))];
    case 6:
      return bytes.toSpliced(at, 1, 0xff, 0xff, 0xff, random.below(128));
    default:
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << random.below(8)) : byte));
  }
}
