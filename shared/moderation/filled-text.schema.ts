import type { z } from 'zod';
import { hasGap } from './template.rules.js';

/** Names the rule that a text breaks which still has a gap in it. */
const unfilled = { code: 'custom', params: { rule: 'unfilled' } } as const;

/** A text that goes to somebody: no gap of a template is left in it. */
export const filled = <Text extends z.ZodType<string>>(text: Text): Text =>
  text.check(({ value, issues }) => {
    if (hasGap(value)) issues.push({ ...unfilled, input: value });
  });

/** The same in several languages. */
export const filledInAll = <Texts extends z.ZodType<Record<string, string>>>(texts: Texts): Texts =>
  texts.check(({ value, issues }) => {
    for (const [language, text] of Object.entries(value))
      if (hasGap(text)) issues.push({ ...unfilled, path: [language], input: text });
  });
