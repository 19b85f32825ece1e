import { z } from 'zod';
import { signal } from '../contract/signals.js';
import { id } from '../language/fields.js';

/** On `desk:<dyad id>`, heard by moderators of both sides alike. */
export const deskChanged = signal('desk.changed', z.object({ item: id }));
