/** What a ratified statement can be kept as. */
export const fileFormats = ['pdf', 'html', 'md', 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];
