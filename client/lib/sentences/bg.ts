/** The sentences in Bulgarian that readers' pages begin with, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../locales/bg/*.json', { eager: true, import: 'default' });
