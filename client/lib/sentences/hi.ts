/** The sentences in Hindi that readers' pages begin with, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../locales/hi/*.json', { eager: true, import: 'default' });
