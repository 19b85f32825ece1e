/** Every sentence in Hindi, by the file it stands in. */
export const sentences = import.meta.glob<object>('../../../locales/hi/*.json', { eager: true, import: 'default' });
