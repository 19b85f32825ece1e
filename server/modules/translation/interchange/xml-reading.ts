import { SaxesParser } from 'saxes';
import { Failure } from '../../../../shared/contract/failure.js';
import { interchangeLimits } from '../../../../shared/translation/interchange.rules.js';

/** An element with all that is in it. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlNode | string)[];
  /** Where it begins in the file. */
  readonly line: number;
}

/** Which elements of a document are wanted, and what it must be. */
export interface Wanted {
  /** The element that the document is. */
  readonly root: string;
  /** Elements that are handed out, each whole, as soon as it ends; what is around them is not kept. */
  readonly elements: ReadonlySet<string>;
  /** Elements whose attributes are handed out when they begin, and whose content is looked into. */
  readonly around?: ReadonlySet<string>;
}

/**
 * Reads the elements of an XML document one by one, so that a long file is never in memory as a tree. Strict: what is not
 * well-formed is refused, and so is every document type with declarations of its own, since entities are made there; no
 * entity but the five of XML is known.
 * @throws Failure `interchange.unreadable`, `interchange.wrong_format`, `interchange.declarations`, `interchange.too_deep`
 */
export function* readXml(chunks: Iterable<string>, wanted: Wanted): Generator<XmlNode> {
  const reading = new Reading(wanted);
  for (const chunk of chunks) {
    reading.write(chunk);
    yield* reading.found();
  }
  reading.end();
  yield* reading.found();
}

class Reading {
  private readonly parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  private readonly open: XmlNode[] = [];
  private depth = 0;
  private ready: XmlNode[] = [];

  constructor(private readonly wanted: Wanted) {
    const { parser } = this;
    parser.on('error', () => {
      throw new Failure('interchange.unreadable', { line: parser.line });
    });
    parser.on('doctype', (type) => {
      if (/[[\]]|<!/.test(type)) throw new Failure('interchange.declarations', { line: parser.line });
    });
    parser.on('opentag', ({ name, attributes }) => this.begin(name, attributes));
    parser.on('closetag', () => this.finish());
    parser.on('text', (text) => this.open.at(-1)?.children.push(text));
    parser.on('cdata', (text) => this.open.at(-1)?.children.push(text));
  }

  write(chunk: string): void {
    this.parser.write(chunk);
  }

  end(): void {
    this.parser.close();
  }

  /** What has ended since this was last asked. */
  found(): XmlNode[] {
    const { ready } = this;
    this.ready = [];
    return ready;
  }

  private begin(name: string, attributes: Record<string, string>): void {
    const { line } = this.parser;
    if (this.depth === 0 && name !== this.wanted.root) throw new Failure('interchange.wrong_format', { line });
    this.depth += 1;
    if (this.depth > interchangeLimits.depth) throw new Failure('interchange.too_deep', { line });
    const node = { name, attributes: { ...attributes }, children: [], line };
    const parent = this.open.at(-1);
    if (parent || this.wanted.elements.has(name)) {
      parent?.children.push(node);
      this.open.push(node);
    } else if (this.wanted.around?.has(name)) {
      this.ready.push(node);
    }
  }

  private finish(): void {
    this.depth -= 1;
    const ended = this.open.pop();
    if (ended && this.open.length === 0) this.ready.push(ended);
  }
}

export const childrenOf = ({ children }: XmlNode, name: string): XmlNode[] =>
  children.filter((child) => typeof child !== 'string' && child.name === name) as XmlNode[];

/** All words in an element, whatever markup is around them. */
export const textIn = ({ children }: XmlNode): string =>
  children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');

/** Those attributes that a format knows, in its order. */
export function known(
  attributes: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, string> | undefined {
  const kept = names.flatMap((name) => (attributes[name] === undefined ? [] : [[name, attributes[name]] as const]));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
