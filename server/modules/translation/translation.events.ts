import { z } from 'zod';
import { outsideEngine } from '../../../shared/translation/egress.schema.js';
import { factKind } from '../../platform/events/fact.js';

const ownerKinds = ['post_revision', 'thread_title'] as const;
/** What has translations: the text of one revision of a post, or the title of a thread. */
export type OwnerKind = (typeof ownerKinds)[number];

/** How things stand with a translation is different now: it is there, people were asked, or no engine will make it. */
export const translationReady = factKind(
  'translation.ready',
  z.object({ ownerKind: z.enum(ownerKinds), owner: z.uuid(), language: z.string() }),
);

const outside = outsideEngine.shape;

/** Both sides consent to an engine of others from now on. */
export const egressConsented = factKind('egress.consented', z.object(outside));
/** A side has withdrawn that consent. */
export const egressWithdrawn = factKind('egress.withdrawn', z.object({ ...outside, side: z.enum(['a', 'b']) }));
