/** The sentences in Arabic that readers' pages begin with, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../locales/ar/*.json', { eager: true, import: 'default' });
