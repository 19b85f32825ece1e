/** The sentences in Bulgarian that only some pages ask for, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../../locales/bg/pages/*.json', {
  eager: true,
  import: 'default',
});
