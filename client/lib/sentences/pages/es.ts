/** The sentences in Spanish that only some pages ask for, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../../locales/es/pages/*.json', {
  eager: true,
  import: 'default',
});
