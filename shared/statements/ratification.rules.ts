/** How many days organisations may be given to sign. */
export const signingDays = { fewest: 1, usual: 14, most: 90 } as const;

/** How long a reason for declining and a reservation may be. */
export const ratificationLimits = { reason: { minimum: 10, maximum: 1000 }, reservation: 2000 } as const;

/** A hash in groups of four, so that two people can compare it by reading it to each other. */
export const hashGroups = (hash: string): string[] => hash.match(/.{1,4}/g) ?? [];
