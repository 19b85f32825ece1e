/** The sentences in English that readers' pages begin with, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../locales/en/*.json', { eager: true, import: 'default' });
