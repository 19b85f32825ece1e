import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { statementShape } from '../../../../shared/documents/document-shape.js';
import { DocumentContent, TaintedDocument } from '../document-content.js';

const post = '0b1f1a52-6c1e-4a7b-9d53-2f0c6f6f2a11';

/** A document with an empty paragraph, and somebody who changes it in a copy and sends what changed. */
function written() {
  const content = new DocumentContent(statementShape, undefined, []);
  const begun = content.change(7, (doc) => {
    const text = new Y.XmlFragment();
    text.insert(0, [new Y.XmlElement('paragraph')]);
    doc.getMap(statementShape.structure).set('clause', new Y.Map([['a', text]]));
  });
  const doc = new Y.Doc();
  if (begun) Y.applyUpdate(doc, begun);
  const clause = doc.getMap(statementShape.structure).get('clause');
  const text: unknown = clause instanceof Y.Map ? clause.get('a') : undefined;
  const paragraph = text instanceof Y.XmlFragment ? text.get(0) : undefined;
  if (!(paragraph instanceof Y.XmlElement)) throw new Error('There is nothing to write in');
  return (work: (paragraph: Y.XmlElement) => void): void => {
    const before = Y.encodeStateVector(doc);
    doc.transact(() => work(paragraph));
    content.receive(Y.encodeStateAsUpdate(doc, before));
  };
}

function element(name: string, attributes: Readonly<Record<string, unknown>> = {}): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  return made;
}

const entry = () => element('citation', { kind: 'record', of: '12' });

describe('a citation in a document', () => {
  it('is taken when its kind is known and its target is one of that kind; it can be taken out, and put back', () => {
    const send = written();
    send((paragraph) => paragraph.insert(0, [entry(), element('citation', { kind: 'post', of: post })]));
    send((paragraph) => paragraph.delete(0, 1));
    send((paragraph) => paragraph.insert(0, [entry()]));
  });

  it.each([
    ['of no known kind', { kind: 'fact', of: '12' }],
    ['of a target that another kind has', { kind: 'record', of: post }],
    ['with words for a target', { kind: 'post', of: 'Прочетете това' }],
    ['with a number for a target', { kind: 'record', of: 12 }],
    ['with half of what it needs', { kind: 'record' }],
    ['with nothing', {}],
  ])('SEC-40: is refused %s', (_, attributes) => {
    const send = written();
    expect(() => send((paragraph) => paragraph.insert(0, [element('citation', attributes)]))).toThrow(TaintedDocument);
  });

  it.each([
    ['made to cite what is none', (citation: Y.XmlElement) => citation.setAttribute('of', 'Прочетете това')],
    ['robbed of its target', (citation: Y.XmlElement) => citation.removeAttribute('of')],
    ['filled with words', (citation: Y.XmlElement) => citation.insert(0, [new Y.XmlText('Прочетете това')])],
    ['filled with elements', (citation: Y.XmlElement) => citation.insert(0, [element('paragraph')])],
  ])('SEC-40: is not %s afterwards', (_, spoil) => {
    const send = written();
    send((paragraph) => paragraph.insert(0, [entry()]));
    expect(() =>
      send((paragraph) => {
        const citation = paragraph.get(0);
        if (citation instanceof Y.XmlElement) spoil(citation);
      }),
    ).toThrow(TaintedDocument);
  });

  it('is put back whole by whoever took it out and undoes that', () => {
    const doc = new Y.Doc();
    const content = new DocumentContent(statementShape, undefined, []);
    const begun = content.change(7, (own) => {
      const text = new Y.XmlFragment();
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [entry()]);
      text.insert(0, [paragraph]);
      own.getMap(statementShape.structure).set('clause', new Y.Map([['a', text]]));
    });
    if (begun) Y.applyUpdate(doc, begun);
    const clause = doc.getMap(statementShape.structure).get('clause') as Y.Map<Y.XmlFragment>;
    const text = clause.get('a') ?? new Y.XmlFragment();
    const undo = new Y.UndoManager(text);
    const sent: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => sent.push(update));
    (text.get(0) as Y.XmlElement).delete(0, 1);
    undo.undo();
    const back = (text.get(0) as Y.XmlElement).get(0) as Y.XmlElement;
    expect(back.getAttributes()).toEqual({ kind: 'record', of: '12' });
    for (const update of sent) content.receive(update);
  });
});
