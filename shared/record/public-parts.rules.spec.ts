import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { publicParts, publicPaths } from './public-parts.rules.js';
import { recordKindNames, recordKinds } from './record-kinds.js';

/** What may be left out, or told with nothing in it, is not expected. */
const isExpected = (part: z.ZodType): boolean => [undefined, {}].every((nothing) => !part.safeParse(nothing).success);

describe('what entries tell everybody', () => {
  it('is what their kind does not let them leave out, and nothing is told by kinds that there are not', () => {
    for (const kind of recordKindNames) {
      const parts = Object.entries(recordKinds[kind].told.shape).filter(([, part]) => isExpected(part));
      expect([...(publicParts[kind] ?? [])].toSorted(), kind).toEqual(parts.map(([name]) => name).toSorted());
    }
    expect(Object.keys(publicParts).filter((kind) => !recordKindNames.some((one) => one === kind))).toEqual([]);
  });

  it('is expected at the paths that were shown, and by its name where none was', () => {
    expect(publicPaths('topic.opened', ['title.bg', 'title.mk', 'other'])).toEqual(['topic', 'title.bg', 'title.mk']);
    expect(publicPaths('progress.withdrawn', ['titles.bg'])).toEqual(['commitment', 'title', 'reason']);
    for (const unknown of ['agreement.published', 'log.opened', 'toString', ''])
      expect(publicPaths(unknown, ['title.bg'])).toEqual([]);
  });
});
