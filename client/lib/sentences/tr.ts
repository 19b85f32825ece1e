/** The sentences in Turkish that readers' pages begin with, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../locales/tr/*.json', { eager: true, import: 'default' });
