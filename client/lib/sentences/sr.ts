/** The sentences in Serbian that readers' pages begin with, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../locales/sr/*.json', { eager: true, import: 'default' });
