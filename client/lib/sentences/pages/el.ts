/** The sentences in Greek that only some pages ask for, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../../locales/el/pages/*.json', {
  eager: true,
  import: 'default',
});
