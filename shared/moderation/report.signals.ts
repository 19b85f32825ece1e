import { z } from 'zod';
import { signal } from '../contract/signals.js';
import { id } from '../language/fields.js';

/** On `member:<id>`, heard by the one who reported alone: it is decided. */
export const ownReportDecided = signal('own_report.decided', z.object({ report: id }));
