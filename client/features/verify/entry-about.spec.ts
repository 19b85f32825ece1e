import { expect, it } from 'vitest';
import { aboutOf } from './entry-about';

it('what an entry says is put together from its leaf and from what is told beside it', () => {
  const told = [
    { path: 'title.bg', value: 'Вода' },
    { path: 'title.mk', value: 'Вода!' },
    { path: 'topic', value: 'river-water' },
  ];
  expect(aboutOf({ d: { mode: 'post' } }, told)).toEqual({
    mode: 'post',
    title: { bg: 'Вода', mk: 'Вода!' },
    topic: 'river-water',
  });
});
