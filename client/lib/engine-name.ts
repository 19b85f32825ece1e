/** What makers call their engines. */
const names: Readonly<Record<string, string>> = {
  apertium: 'Apertium',
  libretranslate: 'LibreTranslate',
  deepl: 'DeepL',
  'google-v3': 'Google Cloud Translation',
  'azure-v3': 'Azure Translator',
};

/** An engine as readers know it; one that has no name of its own goes by its id. */
export const engineName = (id: string): string => names[id] ?? id;
