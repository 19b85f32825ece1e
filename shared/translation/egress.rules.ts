/** Why a text has no translation by an engine, though somebody reads another language. */
export const whyNone = ['not_offered', 'not_allowed_outside', 'over_budget', 'engine_down'] as const;
export type WhyNone = (typeof whyNone)[number];

/** The most changes of consent that are told at once. */
export const egressChangesTold = 50;
