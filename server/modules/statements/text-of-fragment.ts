import * as Y from 'yjs';
import { deepestNesting } from '../../../shared/documents/document-shape.js';
import type { Block, Inline, StatementText } from '../../../shared/statements/statement-text.schema.js';

/**
 * Reads what stands in a text of a document, by a list of what may: Yjs's own ways to write a document out do not escape,
 * and follow any depth. What is not on the list is left out.
 */
export const textOfFragment = (fragment: Y.XmlFragment): StatementText => blocksOf(fragment, 0);

function blocksOf(parent: Y.XmlFragment, depth: number): Block[] {
  if (depth > deepestNesting) return [];
  return elementsOf(parent).flatMap((element) => blockOf(element, depth));
}

function blockOf(element: Y.XmlElement, depth: number): Block[] {
  switch (element.nodeName) {
    case 'paragraph':
      return [{ type: 'paragraph', content: inlinesOf(element) }];
    case 'heading':
      return [{ type: 'heading', level: levelOf(element), content: inlinesOf(element) }];
    case 'blockquote':
      return [{ type: 'blockquote', content: blocksOf(element, depth + 1) }];
    case 'bulletList':
    case 'orderedList':
      return [{ type: element.nodeName, items: elementsOf(element).map((item) => blocksOf(item, depth + 1)) }];
    default:
      return [];
  }
}

function inlinesOf(element: Y.XmlElement): Inline[] {
  return element.toArray().flatMap((child): Inline[] => {
    if (child instanceof Y.XmlText) return wordsOf(child);
    if (!(child instanceof Y.XmlElement)) return [];
    if (child.nodeName === 'hardBreak') return [{ break: true }];
    return child.nodeName === 'citation' ? [citationOf(child)] : [];
  });
}

function wordsOf(text: Y.XmlText): Inline[] {
  const delta = text.toDelta() as readonly { insert: unknown; attributes?: Readonly<Record<string, unknown>> }[];
  return delta.flatMap(({ insert, attributes }): Inline[] => {
    if (typeof insert !== 'string') return [];
    const link = attributes?.['link'];
    const href = typeof link === 'object' && link !== null && 'href' in link ? link.href : undefined;
    return [
      {
        text: insert,
        ...(attributes?.['bold'] !== undefined && { bold: true as const }),
        ...(attributes?.['italic'] !== undefined && { italic: true as const }),
        ...(typeof href === 'string' && { link: href }),
      },
    ];
  });
}

const citationOf = (element: Y.XmlElement): Inline => ({
  cites: { kind: attributeOf(element, 'kind'), of: attributeOf(element, 'of') },
});

function attributeOf(element: Y.XmlElement, name: string): string {
  const value: unknown = element.getAttribute(name);
  return typeof value === 'string' ? value : '';
}

const elementsOf = (parent: Y.XmlFragment): Y.XmlElement[] =>
  parent.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement);

/** The title of a statement is above its clauses: their own headings begin at the second level. */
function levelOf(element: Y.XmlElement): number {
  const level: unknown = element.getAttribute('level');
  return typeof level === 'number' && level >= 2 && level <= 4 ? level : 2;
}
