/** The sentences in English that only some pages ask for, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../../locales/en/pages/*.json', {
  eager: true,
  import: 'default',
});
