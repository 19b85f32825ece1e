import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lettersForeignTo, shareOfScript } from '../../shared/language/letters.js';
import { scriptOf } from '../../shared/language/language.js';
import { termFinder } from '../../shared/translation/glossary-matching.rules.js';
import type { DemoContent } from './demo-content.schema.js';
import { readDemoContent } from './read-demo-content.js';

const folder = join(import.meta.dirname, 'content');
const contents = await Promise.all((await readdir(folder)).map((slug) => readDemoContent(join(folder, slug))));

const languageOf = ({ dyad }: DemoContent) => ({ a: dyad.sides.a.language, b: dyad.sides.b.language });

/** Quoted words may be of the other language. */
const unquoted = (text: string): string => text.replace(/„[^“]*“/g, '');

describe.each(contents.map((content) => [content.dyad.slug, content] as const))('the glossary of %s', (_, content) => {
  const { glossary, statements } = content;
  const languages = languageOf(content);
  const contested = glossary.filter(({ terms }) => terms.some(({ status }) => status === 'contested'));

  it('has words of both sides with a note in both languages and in English, some of them contested', () => {
    const both = Object.values(languages).toSorted();
    for (const { terms, note } of glossary) {
      expect([...new Set(terms.map(({ language }) => language))].toSorted()).toEqual(both);
      expect(Object.keys(note).toSorted()).toEqual([...both, 'en'].toSorted());
    }
    expect(glossary.length).toBeGreaterThan(3);
    expect(contested.length).toBeGreaterThan(1);
  });

  it('is written in the letters of its languages', () => {
    const texts = glossary.flatMap(({ terms, note }) => [
      ...terms.flatMap(({ language, form, forms, stems }) =>
        [form, ...forms, ...stems].map((text) => ({ language, text })),
      ),
      ...Object.entries(note).map(([language, text]) => ({ language, text: unquoted(text) })),
    ]);
    const wrong = texts.filter(({ language, text }) => {
      const script = scriptOf(language);
      return lettersForeignTo(language, text).length > 0 || script === undefined || shareOfScript(script, text) < 0.9;
    });
    expect(wrong).toEqual([]);
  });

  it.each(['a', 'b'] as const)('explains words that stand in what is written and in what is ratified: %s', (side) => {
    const language = languages[side];
    const sought = contested.flatMap(({ terms }) =>
      terms
        .filter((term) => term.status === 'contested' && term.language === language)
        .map((term) => ({ ...term, concept: term.form })),
    );
    const find = termFinder(language, sought);
    for (const isRatified of [true, false]) {
      const texts = statements
        .filter(({ ratification }) => (ratification !== undefined) === isRatified)
        .flatMap(({ clauses }) => clauses.flatMap((clause) => clause[side]));
      expect(find(texts.join('\n')).length, String(isRatified)).toBeGreaterThan(0);
    }
  });
});
