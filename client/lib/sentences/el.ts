/** The sentences in Greek that readers' pages begin with, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../locales/el/*.json', { eager: true, import: 'default' });
