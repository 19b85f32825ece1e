type Parts = Record<string, object>;

/** Of each language only what the verifier says: its own sentences, and those of the kinds of entries. */
const parts = {
  verify: import.meta.glob<object>('../../locales/*/pages/verify.json', { eager: true, import: 'default' }),
  record: import.meta.glob<object>('../../locales/*/dyads.json', { eager: true, import: 'record' }),
  mode: import.meta.glob<object>('../../locales/*/forum.json', { eager: true, import: 'mode' }),
  nav: import.meta.glob<object>('../../locales/*/common.json', { eager: true, import: 'nav' }),
} satisfies Record<string, Parts>;

const ofLanguage = (files: Parts, language: string): object =>
  Object.entries(files).find(([path]) => path.includes(`/locales/${language}/`))?.[1] ?? {};

/** The sentences of the verifier by language and namespace. */
export const verifierSentences: Record<string, Record<string, object>> = Object.fromEntries(
  Object.keys(parts.verify).map((path) => {
    const language = /\/locales\/(\w+)\//.exec(path)?.[1] ?? '';
    return [
      language,
      {
        verify: ofLanguage(parts.verify, language),
        dyads: { record: ofLanguage(parts.record, language) },
        forum: { mode: ofLanguage(parts.mode, language) },
        common: { nav: ofLanguage(parts.nav, language) },
      },
    ];
  }),
);
