/** The sentences in Ukrainian that readers' pages begin with, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../locales/uk/*.json', { eager: true, import: 'default' });
