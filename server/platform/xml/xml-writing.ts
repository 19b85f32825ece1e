/** What XML has no way to write. */
const impossible = /(?![\t\n\r])[\u0000-\u001F]|[\uFFFE\uFFFF]|\p{Cs}/gu;

/** Words between tags. A carriage return is written as a reference, since readers take a plain one for a line feed. */
export const xmlText = (text: string): string =>
  text
    .replace(impossible, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');

/** Words in an attribute. Readers take a plain tab or line feed there for a space. */
const xmlAttribute = (text: string): string =>
  xmlText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');

type Attributes = Readonly<Record<string, string | undefined>>;

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlAttribute(value)}"`))
    .join('');

export const openTag = (name: string, attributes: Attributes = {}): string => `<${name}${attributesOf(attributes)}>`;

/** @param content already written as XML */
export const element = (name: string, attributes: Attributes, content: string): string =>
  content === '' ? `<${name}${attributesOf(attributes)}/>` : `${openTag(name, attributes)}${content}</${name}>`;

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
