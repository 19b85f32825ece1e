import { sortedJson } from '../contract/sorted-json.js';
import type { Block, ClauseTexts, Inline, StatementText } from './statement-text.schema.js';

/**
 * The one way in which a text is written down to be hashed: two documents that say the same have the same canonical
 * form, however they were typed. Letters are composed (NFC), neighbours with the same marks are one, blanks at the ends of
 * a block are gone, and so are empty blocks.
 */
export const canonicalText = (text: StatementText): StatementText => text.flatMap(canonicalBlock);

/** The canonical form of a clause as JSON with sorted keys (RFC 8785): what is hashed. */
export const canonicalJson = ({ a, b }: ClauseTexts): string =>
  sortedJson({ a: canonicalText(a), b: canonicalText(b) });

/** What is signed: the title and all clauses in their order, each in both texts, equally authentic. */
export interface StatementSubstance {
  readonly title: Readonly<Record<string, string>>;
  /** The language of each side's text. */
  readonly languages: { readonly a: string; readonly b: string };
  readonly clauses: readonly { readonly id: string; readonly texts: ClauseTexts }[];
}

/** The canonical form of a whole statement (RFC 8785). `format` names these rules: another way of writing has another. */
export const canonicalStatementJson = ({ title, languages, clauses }: StatementSubstance): string =>
  sortedJson({
    format: 'entente-statement/1',
    authentic: 'both texts equally',
    languages: { a: languages.a, b: languages.b },
    title: Object.fromEntries(
      Object.entries(title).map(([language, text]) => [language, text.normalize('NFC').trim()]),
    ),
    clauses: clauses.map(({ id, texts }) => ({ id, a: canonicalText(texts.a), b: canonicalText(texts.b) })),
  });

/** Whether a text says anything. */
export const isEmptyText = (text: StatementText): boolean => canonicalText(text).length === 0;

function canonicalBlock(block: Block): Block[] {
  if (block.type === 'paragraph' || block.type === 'heading') {
    const content = canonicalInlines(block.content);
    return content.length === 0 ? [] : [{ ...block, content }];
  }
  if (block.type === 'blockquote') {
    const content = canonicalText(block.content);
    return content.length === 0 ? [] : [{ ...block, content }];
  }
  const items = block.items.map(canonicalText).filter((item) => item.length > 0);
  return items.length === 0 ? [] : [{ ...block, items }];
}

function canonicalInlines(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const one of content) {
    const last = joined.at(-1);
    if (!('text' in one)) joined.push(one);
    else if (last && 'text' in last && marksOf(last) === marksOf(one))
      joined.splice(-1, 1, { ...last, text: (last.text + one.text).normalize('NFC') });
    else if (one.text !== '') joined.push({ ...one, text: one.text.normalize('NFC') });
  }
  return trimmed(joined);
}

const marksOf = (one: Inline): string => ('text' in one ? sortedJson({ ...one, text: '' }) : '');

function trimmed(content: readonly Inline[]): Inline[] {
  const first = content.at(0);
  if (first && (('text' in first && first.text.trimStart() === '') || 'break' in first))
    return trimmed(content.slice(1));
  const last = content.at(-1);
  if (last && (('text' in last && last.text.trimEnd() === '') || 'break' in last)) return trimmed(content.slice(0, -1));
  return content.map((one, at) => {
    if (!('text' in one)) return one;
    const text = at === 0 ? one.text.trimStart() : one.text;
    return { ...one, text: at === content.length - 1 ? text.trimEnd() : text };
  });
}
