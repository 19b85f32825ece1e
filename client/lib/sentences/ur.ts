/** Every sentence in Urdu, by the file it stands in. */
export const sentences = import.meta.glob<object>('../../../locales/ur/*.json', { eager: true, import: 'default' });
