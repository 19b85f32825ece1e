import { isCitation } from '../statements/citation.rules.js';

/** The names of the shared types of a document, and what may stand in them: one place for server, editor and checks. */
export interface DocumentShape {
  /** Roots (`Y.Map`) that only the server changes; people write inside the fields of their entries. */
  readonly structure: string;
  /** The fields of an entry that people write in: `Y.XmlFragment`s. */
  readonly texts: readonly string[];
  /** The elements of a text by name, each with the attributes it may carry. */
  readonly elements: Readonly<Record<string, readonly string[]>>;
  /** Elements that stand among words as one sign: nothing stands in them. */
  readonly signs: readonly string[];
  /** Elements whose attributes say something only together, each with what tells whether they do. */
  readonly whole: Readonly<Record<string, (attributes: Readonly<Record<string, unknown>>) => boolean>>;
  /** Marks on words by name, each with the attributes it may carry. */
  readonly marks: Readonly<Record<string, readonly string[]>>;
}

/**
 * A joint statement: `clauses` is a map of entries by id, each with a `rank` (the entries' order, compared as text) and
 * two texts, `a` and `b`, equally authentic.
 */
export const statementShape = {
  structure: 'clauses',
  texts: ['a', 'b'],
  elements: {
    paragraph: ['pid'],
    heading: ['pid', 'level'],
    bulletList: [],
    orderedList: ['start'],
    listItem: [],
    blockquote: [],
    hardBreak: [],
    citation: ['kind', 'of'],
  },
  signs: ['hardBreak', 'citation'],
  whole: { citation: isCitation },
  marks: { bold: [], italic: [], link: ['href'] },
} as const satisfies DocumentShape;

/** How deep elements may stand in each other: a list in a list in a quote, and some more. */
export const deepestNesting = 24;
