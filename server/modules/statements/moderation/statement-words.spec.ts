import { describe, expect, it } from 'vitest';
import type { StatementText } from '../../../../shared/statements/statement-text.schema.js';
import { parseMarkdown } from '../../../platform/markdown/markdown.js';
import { bothTexts } from './statement-words.js';

const saying = (text: string): StatementText => [{ type: 'paragraph', content: [{ text }] }];
const title = { bg: 'За *реката*', mk: 'За реката' };
const clauses = [
  { id: 'one', texts: { a: saying('Реката е обща.'), b: saying('Реката е заедничка.') } },
  {
    id: 'two',
    texts: {
      a: [
        { type: 'heading' as const, level: 2, content: [{ text: 'Мостове' }] },
        { type: 'paragraph' as const, content: [{ text: 'Два моста' }] },
        { type: 'paragraph' as const, content: [{ cites: { kind: 'record', of: '4' } }] },
      ],
      b: saying('Два моста'),
    },
  },
];

describe('both texts of a statement', () => {
  it('say the title and all clauses, and nothing in them becomes markup', () => {
    const [one, other] = bothTexts({ title }, { a: 'bg', b: 'mk' }, clauses);
    expect(one.language).toBe('bg');
    expect(parseMarkdown(one.text).map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
    ]);
    expect(parseMarkdown(one.text)[0]).toMatchObject({ inlines: [{ text: 'За *реката*' }] });
    expect(parseMarkdown(one.text).at(-1)).toMatchObject({ inlines: [{ text: '[^1]' }] });
    expect(other).toEqual({ language: 'mk', text: '## За реката\n\nРеката е заедничка.\n\nДва моста' });
  });

  it('come in an order that knows no side, also where both sides have one language', () => {
    const mirrored = clauses.map(({ id, texts: { a, b } }) => ({ id, texts: { a: b, b: a } }));
    for (const languages of [
      { a: 'bg', b: 'mk' },
      { a: 'mk', b: 'bg' },
      { a: 'bg', b: 'bg' },
    ]) {
      const { a, b } = languages;
      expect(bothTexts({ title }, languages, clauses)).toEqual(bothTexts({ title }, { a: b, b: a }, mirrored));
    }
  });
});
