import { describe, expect, it } from 'vitest';
import { withItem, type DeskPage } from './api';
import { deskItemOf } from './specimens';

const counts: DeskPage['counts'] = {
  pending: 0,
  in_review: 1,
  proposed: 0,
  held: 0,
  escalated: 0,
  appealed: 0,
  returned: 0,
  mine: 0,
};
const shown = (at: number, read: number): number | undefined => {
  const page: DeskPage = { items: [deskItemOf({ version: at })], counts, next: null, seq: 1, stream: 'desk:1' };
  return withItem(page, deskItemOf({ version: read })).items[0]?.version;
};

describe('a list of the desk', () => {
  it('shows the later of two readings of an item, whichever answer came last', () => {
    expect(shown(2, 3)).toBe(3);
    expect(shown(2, 1)).toBe(2);
  });

  it('shows another reading of the same version, which may be dressed otherwise', () => {
    const page: DeskPage = { items: [deskItemOf({ version: 2 })], counts, next: null, seq: 1, stream: 'desk:1' };
    const read = deskItemOf({ version: 2, threadTitle: 'A title since then' });
    expect(withItem(page, read).items).toEqual([read]);
  });
});
