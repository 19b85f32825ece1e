/** The sentences in Arabic that only some pages ask for, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../../locales/ar/pages/*.json', {
  eager: true,
  import: 'default',
});
