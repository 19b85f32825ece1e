import { z } from 'zod';
import { signal } from '../contract/signals.js';
import { id } from '../language/fields.js';

/** On `desk:<dyad id>`, heard by moderators of both sides alike. */
export const deskChanged = signal('desk.changed', z.object({ item: id }));

/** A key or an answer is still wanted: for a proposal, for a key that was given for a side, for an appeal. */
export const keyWanted = signal(
  'desk.key_wanted',
  z.object({ item: id, why: z.enum(['reminder', 'roster_call', 'proxy_review', 'appeal']) }),
);
