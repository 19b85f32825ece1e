import { describe, expect, it } from 'vitest';
import { articlesOf, draftOf, moved, replaced, withNew } from './charter-draft';

const article = (number: number, name: string) => ({
  number,
  title: { hi: `${name} hi`, ur: `${name} ur`, en: `${name} en` },
  body: { hi: name, ur: name, en: name },
});
const inForce = [article(1, 'one'), article(2, 'two'), article(3, 'three')];
const languages = ['ur', 'hi'];
const draft = draftOf(inForce);
const titles = (from: typeof draft) => articlesOf(from, inForce, languages).map(({ title }) => title['hi']);

describe('a charter under way', () => {
  it('begins as the version in force, with its texts for convenience', () => {
    expect(articlesOf(draft, inForce, languages)).toEqual(inForce);
  });

  it('numbers anew what is left, and puts back what was removed where it was', () => {
    const without = replaced(draft, 'from-2', { removed: true });
    expect(articlesOf(without, inForce, languages).map(({ number }) => number)).toEqual([1, 2]);
    expect(titles(without)).toEqual(['one hi', 'three hi']);
    expect(titles(replaced(without, 'from-2', { removed: false }))).toEqual(['one hi', 'two hi', 'three hi']);
  });

  it('moves an article past removed ones, and not beyond the ends', () => {
    const without = replaced(draft, 'from-2', { removed: true });
    expect(titles(moved(without, 'from-3', -1))).toEqual(['three hi', 'one hi']);
    expect(titles(moved(draft, 'from-1', -1))).toEqual(titles(draft));
    expect(titles(moved(draft, 'from-3', 1))).toEqual(titles(draft));
  });

  it('lets go of a text for convenience when what it translates changed', () => {
    const changed = replaced(draft, 'from-1', { body: { hi: 'new', ur: ' new ', en: 'one' } });
    expect(articlesOf(changed, inForce, languages)[0]).toEqual({
      number: 1,
      title: { ur: 'one ur', hi: 'one hi' },
      body: { ur: 'new', hi: 'new' },
    });
  });

  it('leaves out what a new article does not say yet, so that the contract names it', () => {
    const grown = replaced(withNew(draft, 'new-1'), 'new-1', { title: { hi: 'four', ur: '  ' } });
    expect(articlesOf(grown, inForce, languages)[3]).toEqual({ number: 4, title: { hi: 'four' }, body: {} });
  });
});
