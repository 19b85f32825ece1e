/** The sentences in Albanian that readers' pages begin with, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../locales/sq/*.json', { eager: true, import: 'default' });
