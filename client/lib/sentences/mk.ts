/** The sentences in Macedonian that readers' pages begin with, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../locales/mk/*.json', { eager: true, import: 'default' });
