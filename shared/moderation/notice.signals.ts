import { z } from 'zod';
import { signal } from '../contract/signals.js';
import { id } from '../language/fields.js';

/** On `member:<id>`, heard by that member alone, also while they take no part: a notice came, or is not what it was. */
export const noticeChanged = signal('notice.changed', z.object({ notice: id }));
