import { titleMaximum } from './post.rules.js';

/** How long the texts of a topic may be, in each language. */
export const topicLimits = { title: titleMaximum, description: 600, slug: 40 } as const;
