import { safeLink } from '../../language/safe-link.js';
import type { Block, Inline, StatementText } from '../statement-text.schema.js';
import { citation } from './markdown-text.js';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Words as they may stand between tags and between quotes. */
export const escapedHtml = (words: string): string => words.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

/** Each block of a text as an element, and nothing else than these elements. */
export const htmlOfBlocks = (text: StatementText): string[] => text.map(htmlOfBlock);

function htmlOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${block.content.map(htmlOfInline).join('')}</p>`;
    case 'heading': {
      // The title and the number of the clause stand above.
      const level = Math.min(block.level + 1, 6);
      return `<h${level}>${block.content.map(htmlOfInline).join('')}</h${level}>`;
    }
    case 'blockquote':
      return `<blockquote>${htmlOfBlocks(block.content).join('')}</blockquote>`;
    case 'bulletList':
      return `<ul>${htmlOfItems(block.items)}</ul>`;
    case 'orderedList':
      return `<ol>${htmlOfItems(block.items)}</ol>`;
  }
}

const htmlOfItems = (items: readonly StatementText[]): string =>
  items.map((item) => `<li>${htmlOfBlocks(item).join('')}</li>`).join('');

function htmlOfInline(one: Inline): string {
  if ('break' in one) return '<br>';
  if ('cites' in one) return escapedHtml(citation(one.cites));
  const bold = one.bold ? `<strong>${escapedHtml(one.text)}</strong>` : escapedHtml(one.text);
  const italic = one.italic ? `<em>${bold}</em>` : bold;
  const address = one.link === undefined ? undefined : safeLink(one.link);
  return address === undefined ? italic : `<a href="${escapedHtml(address)}" rel="noopener noreferrer">${italic}</a>`;
}
