import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { statementShape } from '../../../shared/documents/document-shape.js';
import { longestDocumentBytes } from '../../../shared/documents/document.rules.js';
import { DocumentContent } from './document-content.js';

const chunk = 'а'.repeat(20_000);

/** A document with one clause, and somebody who writes in it. */
function written() {
  const content = new DocumentContent(statementShape, undefined, []);
  const first = content.change(7, (doc) => {
    const clause = new Y.Map<unknown>();
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlFragment();
    text.insert(0, [paragraph]);
    paragraph.insert(0, [new Y.XmlText()]);
    clause.set('a', text);
    doc.getMap(statementShape.structure).set('clause', clause);
  });
  const doc = new Y.Doc();
  if (first) Y.applyUpdate(doc, first);
  const clause = doc.getMap(statementShape.structure).get('clause');
  const fragment: unknown = clause instanceof Y.Map ? clause.get('a') : undefined;
  const paragraph = fragment instanceof Y.XmlFragment ? fragment.get(0) : undefined;
  const words: unknown = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (!(words instanceof Y.XmlText)) throw new Error('There is nothing to write in');
  const send = (work: (text: Y.XmlText) => void): void => {
    const before = Y.encodeStateVector(doc);
    doc.transact(() => work(words));
    content.receive(Y.encodeStateAsUpdate(doc, before));
  };
  return { content, send };
}

describe('how large a document may grow', () => {
  it('is about what stands in it: what is replaced over and over fills nothing, however fast it comes', () => {
    const { content, send } = written();
    for (let sent = 0; sent < 3 * longestDocumentBytes; sent += 2 * chunk.length) {
      send((text) => {
        text.delete(0, text.length);
        text.insert(0, chunk);
      });
      expect(content.isFull(1_000)).toBe(false);
    }
  });

  it('has an end, goes little beyond it, and begins anew a while after something was taken out', () => {
    const { content, send } = written();
    let sent = 0;
    for (; !content.isFull(1_000) && sent < 2 * longestDocumentBytes; sent += 2 * chunk.length)
      send((text) => text.insert(text.length, chunk));
    expect(sent).toBeGreaterThan(longestDocumentBytes);
    expect(sent).toBeLessThan(1.1 * longestDocumentBytes);
    send((text) => text.delete(0, text.length / 2));
    expect(content.isFull(1_000)).toBe(true);
    expect(content.isFull(7_000)).toBe(false);
  });
});

describe('a stored state that nothing came after', () => {
  /** The same document twice: one that was made again from its state, and one that was always there. */
  function stored() {
    const { content, send } = written();
    send((text) => text.insert(0, 'Мост'));
    return { content, again: new DocumentContent(statementShape, content.state(), []) };
  }

  it('is given as it is, with what it knows', () => {
    const { content, again } = stored();
    expect(again.missing(Uint8Array.of(0))).toEqual(content.state().bytes);
    expect(again.stateVector()).toEqual(content.stateVector());
  });

  it('is read as soon as somebody needs more', () => {
    const { content, again } = stored();
    const names = (doc: Y.Doc): string[] => [...doc.getMap(statementShape.structure).keys()];
    expect(again.read(names)).toEqual(['clause']);
    const added = again.change(8, (doc) => void doc.getMap(statementShape.structure).set('other', new Y.Map()));
    content.follow(added ? [added] : []);
    expect(content.read(names).toSorted()).toEqual(['clause', 'other']);
    expect(again.missing(content.stateVector())).toEqual(content.missing(content.stateVector()));
    expect(again.missing(Uint8Array.of(0))).not.toEqual(again.missing(content.stateVector()));
  });
});
