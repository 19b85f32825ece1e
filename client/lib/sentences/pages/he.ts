/** The sentences in Hebrew that only some pages ask for, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../../locales/he/pages/*.json', {
  eager: true,
  import: 'default',
});
