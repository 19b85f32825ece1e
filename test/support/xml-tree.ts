import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** A document as a tree. @throws Error when it is not well-formed, names no namespace of its own, or knows other entities */
export function xmlTree(file: string): XmlElement {
  const parser = new SaxesParser();
  const document: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(file).close();
  const [root] = document.children;
  if (!root) throw new Error('A document has an element');
  return root;
}

/** What stands in elements of a name, one after the other. */
export const textsOf = ({ children }: XmlElement, name: string): string[] =>
  children.filter((one) => one.name === name).map(({ text }) => text);
