/** The sentences in Urdu that readers' pages begin with, by the file they stand in. */
export const sentences = import.meta.glob<object>('../../../locales/ur/*.json', { eager: true, import: 'default' });
