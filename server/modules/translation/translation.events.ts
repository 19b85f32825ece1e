import { z } from 'zod';
import { factKind } from '../../platform/events/fact.js';

const ownerKinds = ['post_revision', 'thread_title'] as const;
/** What has translations: the text of one revision of a post, or the title of a thread. */
export type OwnerKind = (typeof ownerKinds)[number];

/** How things stand with a translation is different now: it is there, people were asked, or no engine will make it. */
export const translationReady = factKind(
  'translation.ready',
  z.object({ ownerKind: z.enum(ownerKinds), owner: z.uuid(), language: z.string() }),
);
