import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate, gapsIn, hasGap, templateGaps, unfitGaps } from './template.rules.js';

const plain = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[{}]/g, ''));
const pieces = fc.array(
  fc.oneof(
    plain,
    fc.constantFrom(...templateGaps).map((name) => `{{${name}}}`),
  ),
);
const known = fc.record(Object.fromEntries(templateGaps.map((name) => [name, plain])), { requiredKeys: [] });

describe('templates', () => {
  it('MOD-45: are filled with all that is known, and show what is not', () => {
    fc.assert(
      fc.property(pieces, known, (parts, values) => {
        const filled = fillTemplate(parts.join(''), values);
        const open = gapsIn(parts.join('')).filter((name) => !(name in values));
        expect(gapsIn(filled)).toEqual(open);
        expect(hasGap(filled)).toBe(open.length > 0);
      }),
    );
  });

  it('put in what is known as it is, without looking into it', () => {
    expect(fillTemplate('{{author}}: {{quote}}', { author: '$&', quote: '{{author}}' })).toBe('$&: {{author}}');
    expect(hasGap('{{ author')).toBe(true);
  });

  it('leave open only what can be filled, and the same in every language', () => {
    expect(unfitGaps({ bg: 'За {{topic}}, {{ day }}.', mk: 'За {{day}} и {{topic}}.' })).toEqual([]);
    expect(unfitGaps({ bg: 'За {{topic}}.', mk: 'За темата.' })).toEqual(['mk']);
    expect(unfitGaps({ bg: 'За {{side}}.', mk: 'За {{side}}.' })).toEqual(['bg', 'mk']);
    expect(unfitGaps({ bg: 'За {{topic.', mk: 'За.' })).toEqual(['bg']);
  });
});
