import { safeLink } from '../../language/safe-link.js';
import { numberOf, type Footnote } from '../citation.rules.js';
import type { Block, Inline, StatementText } from '../statement-text.schema.js';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Words as they may stand between tags and between quotes. */
export const escapedHtml = (words: string): string => words.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

/** The footnotes of a text, and what its marks and the footnotes beneath are called in the file. */
export interface Notes {
  readonly footnotes: readonly Footnote[];
  readonly name: string;
}

/** Each block of a text as an element, and nothing else than these elements. */
export const htmlOfBlocks = (text: StatementText, notes: Notes): string[] =>
  text.map((block) => htmlOfBlock(block, notes));

/** What a mark, and the footnote that it leads to, are called. */
export const markName = ({ name }: Notes, number: number): string => `${name}-mark-${number}`;
export const noteName = ({ name }: Notes, number: number): string => `${name}-note-${number}`;

function htmlOfBlock(block: Block, notes: Notes): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${htmlOfLine(block.content, notes)}</p>`;
    case 'heading': {
      // The title and the number of the clause stand above.
      const level = Math.min(block.level + 1, 6);
      return `<h${level}>${htmlOfLine(block.content, notes)}</h${level}>`;
    }
    case 'blockquote':
      return `<blockquote>${htmlOfBlocks(block.content, notes).join('')}</blockquote>`;
    case 'bulletList':
      return `<ul>${htmlOfItems(block.items, notes)}</ul>`;
    case 'orderedList':
      return `<ol>${htmlOfItems(block.items, notes)}</ol>`;
  }
}

const htmlOfItems = (items: readonly StatementText[], notes: Notes): string =>
  items.map((item) => `<li>${htmlOfBlocks(item, notes).join('')}</li>`).join('');

const htmlOfLine = (content: readonly Inline[], notes: Notes): string =>
  content.map((one) => htmlOfInline(one, notes)).join('');

function htmlOfInline(one: Inline, notes: Notes): string {
  if ('break' in one) return '<br>';
  if ('cites' in one) return htmlOfMark(one.cites, notes);
  const bold = one.bold ? `<strong>${escapedHtml(one.text)}</strong>` : escapedHtml(one.text);
  const italic = one.italic ? `<em>${bold}</em>` : bold;
  const address = one.link === undefined ? undefined : safeLink(one.link);
  return address === undefined ? italic : `<a href="${escapedHtml(address)}" rel="noopener noreferrer">${italic}</a>`;
}

/** A target that is cited twice has one footnote, which leads back to its first mark. */
function htmlOfMark(cites: Footnote['cites'], notes: Notes): string {
  const number = numberOf(notes.footnotes, cites);
  const isFirst = notes.footnotes.some((one) => one.cites === cites);
  const name = isFirst ? ` id="${markName(notes, number)}"` : '';
  return `<sup${name}><a href="#${noteName(notes, number)}" role="doc-noteref">${number}</a></sup>`;
}
