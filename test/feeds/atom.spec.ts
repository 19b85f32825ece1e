import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOf, xmlTree } from '../support/xml-tree.js';
import { atomFile, type AtomEntry, type AtomFeed } from '../../server/platform/feeds/atom.js';

const entry: AtomEntry = {
  id: 'urn:uuid:0190f5a0-0000-7000-8000-000000000001#entry-7',
  title: 'Claim 1 was contested.',
  on: '2026-12-24',
  links: { alternate: 'https://entente.example/d/river/record#entry-7', related: 'https://entente.example/d/river' },
};
const feed: AtomFeed = {
  id: 'urn:uuid:0190f5a0-0000-7000-8000-000000000001#commitments',
  title: 'Commitments',
  author: 'River',
  rights: 'CC-BY-4.0',
  language: 'en',
  links: {
    self: 'https://entente.example/commitments.atom?language=en&x=1',
    alternate: 'https://entente.example/d/river/commitments',
  },
  asOf: '2027-01-01',
  entries: [entry],
};

describe('a feed', () => {
  it('has all that Atom asks for: ids, titles, times, an author and links', () => {
    const root = xmlTree(atomFile(feed));
    expect(root.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' });
    for (const one of [root, ...root.children.filter(({ name }) => name === 'entry')])
      for (const name of ['id', 'title', 'updated']) expect(textsOf(one, name), name).toHaveLength(1);
    expect(textsOf(root, 'updated')).toEqual(['2026-12-24T00:00:00Z']);
    const links = root.children.filter(({ name }) => name === 'link').map(({ attributes }) => attributes);
    expect(links).toEqual([
      { rel: 'self', href: feed.links.self },
      { rel: 'alternate', href: feed.links.alternate },
    ]);
  });

  it('without entries is as of a day, and says no language where it speaks several', () => {
    const root = xmlTree(atomFile({ ...feed, entries: [], language: undefined }));
    expect(textsOf(root, 'updated')).toEqual(['2027-01-01T00:00:00Z']);
    expect(root.attributes['xml:lang']).toBeUndefined();
  });

  it('gives back every text', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '&', '<', '>', ']]>', '"', "'", 'ж', 'क', 'ہ', '🌊', ' ') });
    fc.assert(
      fc.property(texts, texts, (title, own) => {
        const root = xmlTree(atomFile({ ...feed, title, entries: [{ ...entry, title: own }] }));
        expect(textsOf(root, 'title')).toEqual([title]);
        expect(root.children.filter(({ name }) => name === 'entry').flatMap((one) => textsOf(one, 'title'))).toEqual([
          own,
        ]);
      }),
    );
  });
});
