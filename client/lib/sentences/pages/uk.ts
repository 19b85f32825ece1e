/** The sentences in Ukrainian that only some pages ask for, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../../locales/uk/pages/*.json', {
  eager: true,
  import: 'default',
});
