import * as Y from 'yjs';
import type { Block, Inline, StatementText } from '../../../shared/statements/statement-text.schema.js';

/** Puts a text in the place of what stands in a fragment, as an editor would have written it. */
export function writeFragment(fragment: Y.XmlFragment, text: StatementText): void {
  fragment.delete(0, fragment.length);
  const blocks = text.map(elementOf);
  fragment.insert(0, blocks.length > 0 ? blocks : [new Y.XmlElement('paragraph')]);
}

function elementOf(block: Block): Y.XmlElement {
  const element = new Y.XmlElement(block.type);
  switch (block.type) {
    case 'paragraph':
      element.insert(0, inlinesOf(block.content));
      break;
    case 'heading':
      // ProseMirror writes it as a number, and so does this; the declarations of Yjs know texts only.
      element.setAttribute('level', block.level as never);
      element.insert(0, inlinesOf(block.content));
      break;
    case 'blockquote':
      element.insert(0, block.content.map(elementOf));
      break;
    default:
      element.insert(
        0,
        block.items.map((item) => {
          const one = new Y.XmlElement('listItem');
          one.insert(0, item.map(elementOf));
          return one;
        }),
      );
  }
  return element;
}

/** Words that follow each other are one text of Yjs. */
function inlinesOf(content: readonly Inline[]): (Y.XmlText | Y.XmlElement)[] {
  const children: (Y.XmlText | Y.XmlElement)[] = [];
  let words: { insert: string; attributes: Record<string, unknown> }[] = [];
  const close = (): void => {
    if (words.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(words);
    children.push(text);
    words = [];
  };
  for (const one of content) {
    if ('text' in one) {
      words.push({ insert: one.text, attributes: marksOf(one) });
      continue;
    }
    close();
    children.push(elementOfInline(one));
  }
  close();
  return children;
}

const marksOf = ({ bold, italic, link }: Extract<Inline, { text: string }>): Record<string, unknown> => ({
  ...(bold && { bold: {} }),
  ...(italic && { italic: {} }),
  ...(link !== undefined && { link: { href: link } }),
});

function elementOfInline(one: Exclude<Inline, { text: string }>): Y.XmlElement {
  if ('break' in one) return new Y.XmlElement('hardBreak');
  const citation = new Y.XmlElement('citation');
  citation.setAttribute('kind', one.cites.kind);
  citation.setAttribute('of', one.cites.of);
  return citation;
}
