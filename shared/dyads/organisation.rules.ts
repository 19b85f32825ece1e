/** How long the texts of organisations may be; the pages that write them and the schemas that check them read it here. */
export const organisationLimits = { name: 120, purpose: 300, website: 200, disclosures: 10 } as const;

/** How many organisations of each side have to sign: one number for both sides, so that it cannot favour one. */
export const quorumLimits = { fewest: 1, most: 20 } as const;
