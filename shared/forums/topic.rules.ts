/** How long the texts of a topic may be, in each language. */
export const topicLimits = { title: 160, description: 600, slug: 40 } as const;
