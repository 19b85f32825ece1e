/** The sentences in Serbian that only some pages ask for, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../../locales/sr/pages/*.json', {
  eager: true,
  import: 'default',
});
