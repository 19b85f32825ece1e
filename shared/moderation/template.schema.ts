import { z } from 'zod';
import { bilingualText } from '../language/bilingual-text.schema.js';
import { id } from '../language/fields.js';
import { reasonCode } from './reason.schema.js';
import { templateTextMaximum, templateTitleMaximum } from './template.rules.js';

/** A template's texts, in the languages of both sides. */
export const templateTexts = z.object({
  title: bilingualText(templateTitleMaximum),
  text: bilingualText(templateTextMaximum),
});

const templateVersion = z.object({
  version: z.int(),
  title: z.record(z.string(), z.string()),
  text: z.record(z.string(), z.string()),
  /** What the text leaves open. */
  gaps: z.array(z.string()),
  /** The sides whose key it has; it is in force with both. */
  keys: z.array(z.enum(['a', 'b'])),
});

/** Words for like cases. */
export const templateView = z.object({
  id,
  reason: reasonCode,
  inForce: templateVersion.nullable(),
  /** A newer version, that still waits for a key. */
  proposed: templateVersion.nullable(),
});
export type TemplateView = z.infer<typeof templateView>;
