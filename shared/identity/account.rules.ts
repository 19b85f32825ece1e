/** The shortest password: a length and nothing else, since rules about signs make passwords worse (ASVS 5, 6.2). */
export const passwordMinimum = 12;
