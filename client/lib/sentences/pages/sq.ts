/** The sentences in Albanian that only some pages ask for, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../../locales/sq/pages/*.json', {
  eager: true,
  import: 'default',
});
