import { describe, expect, it } from 'vitest';
import { charterChanges, type Article } from './charter-changes.js';

const article = (number: number, name: string, body = name): Article => ({
  number,
  title: { bg: `${name} bg`, mk: `${name} mk` },
  body: { bg: `${body} bg`, mk: `${body} mk` },
});
const languages = ['bg', 'mk'];
const told = (before: Article[], after: Article[]): string[] =>
  charterChanges(before, after, languages).map((change) => {
    const from = 'before' in change ? change.before.number : '-';
    return `${change.type} ${from}>${'after' in change ? change.after.number : '-'}`;
  });

describe('what changes between two charters', () => {
  const [peace, water, bread] = [article(1, 'peace'), article(2, 'water'), article(3, 'bread')];

  it('is nothing where nothing changed', () => {
    expect(told([peace, water], [peace, water])).toEqual(['same 1>1', 'same 2>2']);
  });

  it('names what was added, and that the others moved', () => {
    expect(told([peace, water], [peace, article(2, 'bread'), article(3, 'water')])).toEqual([
      'same 1>1',
      'added ->2',
      'moved 2>3',
    ]);
  });

  it('leaves what was removed where it stood', () => {
    expect(told([peace, water, bread], [peace, article(2, 'bread')])).toEqual(['same 1>1', 'removed 2>-', 'moved 3>2']);
    expect(told([peace, water], [peace])).toEqual(['same 1>1', 'removed 2>-']);
  });

  it('knows an article again by its title in one language, else by its number and its words', () => {
    expect(told([peace, water], [article(1, 'water', 'clean water'), article(2, 'peace')])).toEqual([
      'changed 2>1',
      'moved 1>2',
    ]);
    const renamed = { ...article(1, 'quiet'), title: { bg: 'peace bg', mk: 'quiet mk' } };
    expect(told([peace], [renamed])).toEqual(['changed 1>1']);
    expect(told([article(1, 'peace', 'we keep the peace here')], [article(1, 'calm', 'we keep calm here')])).toEqual([
      'changed 1>1',
    ]);
  });

  it('takes another text at the same place for another article', () => {
    const salt = { ...article(2, 'salt'), body: { bg: 'сол', mk: 'сол' } };
    expect(told([peace, { ...water, body: { bg: 'вода', mk: 'вода' } }], [peace, salt])).toEqual([
      'same 1>1',
      'removed 2>-',
      'added ->2',
    ]);
    const long = article(
      1,
      'rules',
      'we change these rules only together and every steward has read them in both languages',
    );
    expect(told([long], [article(1, 'walks', 'we walk together')])).toEqual(['removed 1>-', 'added ->1']);
  });

  it('sees a change in either language, and none in a translation for convenience', () => {
    for (const code of languages) {
      expect(told([peace], [{ ...peace, body: { ...peace.body, [code]: 'other' } }])).toEqual(['changed 1>1']);
    }
    expect(told([peace], [{ ...peace, body: { ...peace.body, en: 'other' } }])).toEqual(['same 1>1']);
  });

  it('loses no article of either version, whatever became of them', () => {
    const [before, after] = [
      [peace, water, bread],
      [article(1, 'bread'), article(2, 'salt'), article(3, 'peace', 'still')],
    ];
    const changes = charterChanges(before, after, languages);
    const kept = changes.flatMap((change) => ('before' in change ? [change.before] : []));
    expect(kept.toSorted((one, other) => one.number - other.number)).toEqual(before);
    expect(changes.flatMap((change) => ('after' in change ? [change.after] : []))).toEqual(after);
  });
});
