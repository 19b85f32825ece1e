/** The sentences in Hindi that only some pages ask for, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../../locales/hi/pages/*.json', {
  eager: true,
  import: 'default',
});
