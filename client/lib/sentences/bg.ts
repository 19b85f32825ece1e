/** Every sentence in Bulgarian, by the file it stands in. */
export const sentences = import.meta.glob<object>('../../../locales/bg/*.json', { eager: true, import: 'default' });
