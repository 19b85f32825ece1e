/** Every sentence in Macedonian, by the file it stands in. */
export const sentences = import.meta.glob<object>('../../../locales/mk/*.json', { eager: true, import: 'default' });
