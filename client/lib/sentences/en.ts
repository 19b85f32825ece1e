/** Every sentence in English, by the file it stands in. */
export const sentences = import.meta.glob<object>('../../../locales/en/*.json', { eager: true, import: 'default' });
