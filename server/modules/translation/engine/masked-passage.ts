import { decodeEntities } from './entities.js';
import type { Passage } from './passages.js';
import type { TermPairs } from './term-pairs.js';
import type { Segment } from './translation-engine.js';
import { isStructure, untouchable } from './untouchable.js';

/** Words, or something between words that no engine sees: it stays as it is, or is a term and becomes what both sides call it. */
type Part = { readonly words: string } | { readonly kept: string; readonly written: string };

const placeholder = /<x id="(\d+)"\s*(?:\/>|>\s*<\/x>)/;
const everyPlaceholder = new RegExp(placeholder, 'g');
const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

/**
 * A passage as an engine gets it: words with placeholders between them; what stands at its ends is not even sent. No
 * `&`, `<` or `>` is among the words: all are masked, so what is sent needs no escaping, and one that comes back unescaped
 * is the engine's own.
 */
export class MaskedPassage {
  private constructor(
    readonly id: string,
    private readonly lead: string,
    private readonly parts: readonly Part[],
    private readonly tail: string,
  ) {}

  /** @returns nothing for a passage without words; one that is a term and nothing else is for the engine to read */
  static of(id: string, passage: Passage, terms?: TermPairs): MaskedPassage | undefined {
    const parts = [partsOf(passage, terms), partsOf(passage)].find(hasWords);
    if (!parts) return undefined;
    const isWords = (part: Part): boolean => ('words' in part ? part.words.trim() !== '' : part.kept !== part.written);
    const first = parts.findIndex(isWords);
    const last = parts.findLastIndex(isWords);
    const inner = parts.slice(first, last + 1);
    const lead = parts.slice(0, first).map(writtenOf).join('') + blanksOf(/^\s*/, inner[0]);
    const tail =
      blanksOf(/\s*$/, inner.at(-1)) +
      parts
        .slice(last + 1)
        .map(writtenOf)
        .join('');
    return new MaskedPassage(id, lead, trimmed(inner), tail);
  }

  /** What is sent: `Мостот има <x id="1"/> метри`; the number of a placeholder is its place among the parts. */
  get html(): string {
    return this.parts.map((part, place) => ('kept' in part ? `<x id="${place}"/>` : part.words)).join('');
  }

  /** What is sent, as it was written. */
  get original(): string {
    return this.parts.map(writtenOf).join('');
  }

  framed(words: string): string {
    return this.lead + words + this.tail;
  }

  restore(html: string): string | undefined {
    const [before = '', ...others] = html.split(everyPlaceholder);
    const found: Part[] = [{ words: before }];
    const places: number[] = [];
    for (let at = 0; at < others.length; at += 2) {
      const place = Number(others[at]);
      places.push(place);
      const kept = this.keptAt(place) ?? '';
      found.push({ kept, written: kept }, { words: others[at + 1] ?? '' });
    }
    return this.hasAll(places) && !holdsMarkup(found) ? this.join(found, [-1, ...places]) : undefined;
  }

  pieces(): Segment[] {
    return this.parts.flatMap((part, place) =>
      'words' in part && hasLetters(part.words) ? [{ id: `${this.id}-${place}`, html: part.words.trim() }] : [],
    );
  }

  restorePieces(pieces: ReadonlyMap<string, string>): string | undefined {
    if (this.pieces().some(({ id }) => !pieces.get(id)?.trim())) return undefined;
    const found = this.parts.map((part, place): Part => {
      const words = pieces.get(`${this.id}-${place}`);
      return 'kept' in part || words === undefined
        ? part
        : { words: part.words.replace(/\S[^]*\S|\S/, () => words.trim()) };
    });
    return holdsMarkup(found) ? undefined : this.join(found, [-1, ...this.places()]);
  }

  private places(): number[] {
    return this.parts.flatMap((part, place) => ('kept' in part ? [place] : []));
  }

  private keptAt(place: number): string | undefined {
    const part = this.parts[place];
    return part && 'kept' in part ? part.kept : undefined;
  }

  /** Each placeholder once, and those that stand for structure in the order in which they were sent. */
  private hasAll(received: readonly number[]): boolean {
    const sent = this.places();
    const structure = (places: readonly number[]): string =>
      places.filter((place) => isStructure(this.keptAt(place) ?? '')).join(' ');
    return (
      received.toSorted((one, other) => one - other).join(' ') === sent.join(' ') &&
      structure(received) === structure(sent)
    );
  }

  /** Words that came back, cleaned, with what was kept between them. */
  private join(found: readonly Part[], places: readonly number[]): string {
    let text = '';
    let word = 0;
    for (const part of found) {
      if ('kept' in part) {
        text += part.kept;
        continue;
      }
      const previous = places[word] ?? -1;
      const next = places[word + 1];
      word += 1;
      const words = plainWords(decodeEntities(part.words));
      text += this.harmless(this.spaced(words, previous, next), this.lead + text);
    }
    return text.trim();
  }

  /** Marks of Markdown open and close only where they touch their words: as in the source, so in the translation. */
  private spaced(words: string, previous: number, next: number | undefined): string {
    if (words.trim() === '') return words;
    let spaced = words;
    const before = this.parts[previous + 1];
    if (isStructure(this.keptAt(previous) ?? '') && before && 'words' in before)
      spaced = /^\s/.test(before.words) ? spaced.replace(/^(?!\s)/, ' ') : spaced.trimStart();
    const after = next === undefined ? undefined : this.parts[next - 1];
    if (next !== undefined && isStructure(this.keptAt(next) ?? '') && after && 'words' in after)
      spaced = /\s$/.test(after.words) ? spaced.replace(/(?<!\s)$/, ' ') : spaced.trimEnd();
    return spaced;
  }

  /** At the start of a line a dash or a number with a stop would make a list: no engine makes lists. */
  private harmless(words: string, before: string): string {
    const start = /(?:^|[\r\n])[\s>]*(\d{0,9})$/.exec(before);
    if (!start || this.parts.some((part) => 'words' in part && /^\s*[-+=.)]/.test(part.words))) return words;
    if (start[1] !== '') return words.replace(/^[.)]/, '\\$&');
    return words.replace(/^(\s*)([-+=#~])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
  }
}

/**
 * Cuts a passage at everything untouchable and at terms; neighbours with no words and no end of a sentence between them
 * are one, but for terms, which an engine may put elsewhere in the sentence.
 */
function partsOf({ words, breaks }: Passage, terms?: TermPairs): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let line = 0;
  const keep = (text: string): void => {
    const [one, two] = [parts.at(-1), parts.at(-2)];
    if (isUntouched(one)) parts.splice(-1, 1, untouched(one.kept + text));
    else if (one && 'words' in one && isUntouched(two) && !/[\p{L}.!?…।۔؟]/u.test(one.words))
      parts.splice(-2, 2, untouched(two.kept + one.words + text));
    else parts.push(untouched(text));
  };
  const addWords = (text: string): void => {
    let read = 0;
    for (const term of terms?.find(text) ?? []) {
      if (term.from > read) parts.push({ words: text.slice(read, term.from) });
      parts.push({ kept: plainWords(term.target), written: text.slice(term.from, term.to) });
      read = term.to;
    }
    if (read < text.length) parts.push({ words: text.slice(read) });
  };
  for (const match of words.matchAll(untouchable)) {
    addWords(words.slice(from, match.index));
    keep(match[0].replaceAll('\n', () => breaks[line++] ?? '\n'));
    from = match.index + match[0].length;
  }
  addWords(words.slice(from));
  return parts;
}

const untouched = (text: string): Part => ({ kept: text, written: text });

const isUntouched = (part: Part | undefined): part is { kept: string; written: string } =>
  part !== undefined && 'kept' in part && part.kept === part.written;

const hasWords = (parts: readonly Part[]): boolean => parts.some((part) => 'words' in part && hasLetters(part.words));

const blanksOf = (pattern: RegExp, part: Part | undefined): string =>
  part && 'words' in part ? (pattern.exec(part.words)?.[0] ?? '') : '';

/** Without the blanks at both ends. */
const trimmed = (parts: readonly Part[]): Part[] =>
  parts.map((part, place) => {
    if ('kept' in part) return part;
    const words = place === 0 ? part.words.trimStart() : part.words;
    return { words: place === parts.length - 1 ? words.trimEnd() : words };
  });

const writtenOf = (part: Part): string => ('kept' in part ? part.written : part.words);

const holdsMarkup = (parts: readonly Part[]): boolean =>
  parts.some((part) => 'words' in part && part.words.includes('<'));

/** Signs of Markdown that the engine made up are signs, and its lines are one line. */
const plainWords = (words: string): string => words.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_[\]<>]/g, '\\$&');
