import { describe, expect, it } from 'vitest';
import { entriesOf, formOf, formsFor, hostsIn, newEntry, withLetters } from './list-drafts';

describe('an entry under way', () => {
  it('is what its text can be, and what was chosen where it can be that', () => {
    expect(formsFor('река')).toEqual(['word', 'stem']);
    expect(formsFor('ре')).toEqual(['word']);
    expect(formsFor('вън оттук')).toEqual(['phrase']);
    expect(formsFor('')).toEqual(['word', 'stem', 'phrase']);
    expect(formOf({ ...newEntry('1'), text: 'вън оттук' })).toBe('phrase');
    expect(formOf({ ...newEntry('1'), text: 'река', form: 'stem' })).toBe('stem');
  });

  it('counts only when something was written', () => {
    const drafts = [newEntry('1'), { ...newEntry('2'), text: ' враг ' }];
    expect(entriesOf(drafts)).toEqual([{ text: 'враг', form: 'word', kind: 'suspect', reason: 'HATE' }]);
  });
});

describe('hosts that somebody wrote', () => {
  it('are taken from names and from whole addresses, each once', () => {
    const { hosts, unknown } = hostsIn('Example.org\n\nhttps://example.org/a?b=c\n новини.бг \nнещо си\nlocalhost');
    expect(hosts).toEqual(['example.org', 'xn--b1amarcd.xn--90ae']);
    expect(unknown).toEqual(['нещо си', 'localhost']);
  });
});

it('what is looked for is found by some of its letters, in either case', () => {
  const words = ['Враг', 'река'];
  expect(withLetters(words, (word) => word, 'вра')).toEqual(['Враг']);
  expect(withLetters(words, (word) => word, ' ')).toBe(words);
});
