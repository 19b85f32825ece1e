/** Names the shape of a transparency report: another shape has another. */
export const transparencyFormat = 'entente-transparency-report/1';

/** The report is free of rights of anybody, as the Santa Clara Principles ask of numbers (SPDX identifier). */
export const transparencyLicense = 'CC0-1.0';

/** Who asks that something be restricted, from outside the dialogue. */
export const requesters = ['government', 'party'] as const;
export type Requester = (typeof requesters)[number];
