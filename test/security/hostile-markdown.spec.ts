import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richText } from '../../shared/language/rich-text.schema.js';
import { hostileTexts as hostile } from '../support/hostile-texts.js';
import { parseMarkdown } from '../../server/platform/markdown/markdown.js';
import { Unreadable } from '../../server/platform/markdown/unreadable.js';

/** Every `type` and every address anywhere in the tree, whatever its shape. */
function found(tree: unknown): { types: string[]; addresses: string[] } {
  const seen = { types: new Set<string>(), addresses: new Set<string>() };
  JSON.stringify(tree, (key, value: unknown) => {
    if (typeof value === 'string' && key === 'type') seen.types.add(value);
    if (typeof value === 'string' && /href|src|action|url/i.test(key)) seen.addresses.add(value);
    return value;
  });
  return { types: [...seen.types], addresses: [...seen.addresses] };
}

const known = 'paragraph heading bulletList orderedList quote code rule text strong emphasis link mention break'.split(
  ' ',
);

const safeAddress = /^(?:https?:\/\/[a-z0-9.-]+\.[a-z0-9.-]+(?::\d+)?[/?#]|mailto:[^\s@?]+@[^\s@?]+$)/;

/** What is wrong with the tree of a text; nothing, or the text was refused. */
function harmOf(source: string): string[] {
  let tree: unknown;
  try {
    tree = parseMarkdown(source, () => undefined);
  } catch (error) {
    return error instanceof Unreadable ? [] : [`threw ${String(error)}`];
  }
  const { types, addresses } = found(tree);
  return [
    ...(richText.safeParse(tree).success ? [] : ['is no rich text']),
    ...types.filter((type) => !known.includes(type)),
    ...addresses.filter((address) => !safeAddress.test(address) || /[\s\p{Cc}\p{Cf}<>"]/u.test(address)),
    ...(JSON.stringify(parseMarkdown(source)) === JSON.stringify(tree) ? [] : ['is read differently the second time']),
  ];
}

describe('hostile Markdown', () => {
  it('SEC-27: the corpus is large enough', () => {
    expect(new Set(hostile).size).toBeGreaterThanOrEqual(300);
  });

  it.each(hostile.map((source, number) => [number, source] as const))(
    'SEC-27: vector %i makes no markup: %j',
    (_, source) => {
      expect(harmOf(source)).toEqual([]);
    },
  );

  it('SEC-29: no address of the corpus is linked but public web addresses and single mail receivers', () => {
    const linked = hostile.flatMap((source) => found(parseMarkdown(source)).addresses);
    expect(linked.length).toBeGreaterThan(0);
    expect(linked.filter((address) => /x\(\)|localhost|user|passwd|::1/.test(address))).toEqual([]);
  });

  it('SEC-27: nothing that is written throws anything but a refusal, and it is read the same twice', () => {
    const syntax = [
      '> ',
      '- ',
      '1. ',
      '**',
      '`',
      '\n',
      '\n\n',
      '    ',
      '![',
      '](',
      ')',
      '<',
      '\\',
      '&',
      '\uD800',
      '@"',
      '[quote:',
    ];
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(...hostile, ...syntax),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(harmOf(pieces.join(''))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
