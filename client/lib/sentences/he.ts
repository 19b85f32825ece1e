/** The sentences in Hebrew that readers' pages begin with, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../locales/he/*.json', { eager: true, import: 'default' });
