import { describe, expect, it } from 'vitest';
import { mentionOf, quotationOf } from '../../../shared/forums/post.rules.js';
import { parseMarkdown } from '../../platform/markdown/markdown.js';

// What the page writes for people must be what the server reads.
describe('the forms that a page inserts', () => {
  it.each(['Ана', 'Борис Река', 'Деси от Петрич', 'नदी-किनारा', 'مٹی کا گھر', 'J. R.', 'Zoë', 'a_b', 'О’Нил', 'Край.'])(
    'mentions %s, and only them, also before a full stop',
    (pseudonym) => {
      const [paragraph] = parseMarkdown(`Здравей, ${mentionOf(pseudonym)}. Как си?`, (name) =>
        name === pseudonym ? 'member' : undefined,
      );
      expect(paragraph).toMatchObject({ inlines: [{}, { type: 'mention', pseudonym }, { text: '. Как си?' }] });
    },
  );

  it('quotes words of several lines with the post that said them, and goes on after the quote', () => {
    const post = '0190f3c1-7a5e-7c1d-8f00-0123456789ab';
    const tree = parseMarkdown(`${quotationOf(post, 'Първо.\n\nВторо.')}Съгласна съм.`);
    expect(tree).toMatchObject([
      { type: 'quote', post, blocks: [{ inlines: [{ text: 'Първо.' }] }, { inlines: [{ text: 'Второ.' }] }] },
      { type: 'paragraph', inlines: [{ text: 'Съгласна съм.' }] },
    ]);
  });
});
