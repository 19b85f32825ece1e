/** The sentences in Spanish that readers' pages begin with, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../locales/es/*.json', { eager: true, import: 'default' });
