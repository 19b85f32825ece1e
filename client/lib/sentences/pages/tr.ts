/** The sentences in Turkish that only some pages ask for, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../../locales/tr/pages/*.json', {
  eager: true,
  import: 'default',
});
