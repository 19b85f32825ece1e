/** The sentences in Macedonian that only some pages ask for, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../../locales/mk/pages/*.json', {
  eager: true,
  import: 'default',
});
