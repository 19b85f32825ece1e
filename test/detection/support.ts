import type { Submitted, Surroundings } from '../../server/modules/moderation/detection/phase.js';

/** A text as it comes to the phases: of a Bulgarian who writes Bulgarian, unless said otherwise. */
export const written = (change: Partial<Submitted>): Submitted => ({
  dyadId: '00000000-0000-4000-8000-000000000001',
  kind: 'post',
  content: '00000000-0000-4000-8000-000000000002',
  revision: 1,
  author: { memberId: '00000000-0000-4000-8000-000000000003' },
  text: 'Реката е чиста, а мостът е стар.',
  language: 'bg',
  ...change,
});

/** A dyad without lists, and an author of whom nothing is to be said. */
export const around = (change: Partial<Surroundings> = {}): Surroundings => ({
  languages: ['bg', 'mk'],
  words: { dyad: '00000000-0000-4000-8000-000000000001', stamp: '', entries: [] },
  hosts: undefined,
  repeats: { byAuthor: 0, byOthers: 0 },
  author: { approved: 3, recent: 0, restricted: 0 },
  ...change,
});
