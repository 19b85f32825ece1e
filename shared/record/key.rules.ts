/** For how many days the old key of a log signs beside the new one: readers and witnesses have as long to learn the new one. */
export const keyOverlapDays = 90;

/** Why a key signs no more from this moment on: somebody else may have it, or nobody has. */
export const revocationReasons = ['compromised', 'lost'] as const;
export type RevocationReason = (typeof revocationReasons)[number];
