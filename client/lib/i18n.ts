import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, languages, type Language } from '../../shared/language/language.js';

const files = import.meta.glob<{ default: Record<string, unknown> }>([
  '../../locales/*/*.json',
  '!../../locales/_meta/*',
]);
const namespaces = [
  ...new Set(Object.keys(files).map((path) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length))),
];
const chosenKey = 'entente.language';

/** The language people chose here before, else the first of their browser's that we speak. */
function firstLanguage(): Language {
  const wanted = [stored(), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wanted.find((code): code is Language => code !== undefined && isLanguage(code)) ?? 'en';
}

function stored(): string | undefined {
  try {
    return localStorage.getItem(chosenKey) ?? undefined;
  } catch {
    return undefined;
  }
}

async function load(language: Language): Promise<void> {
  await Promise.all(
    namespaces.map(async (namespace) => {
      if (i18next.hasResourceBundle(language, namespace)) return;
      const file = await files[`../../locales/${language}/${namespace}.json`]?.();
      i18next.addResourceBundle(language, namespace, file?.default ?? {});
    }),
  );
}

function dressDocument(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = languages[language].direction;
}

/** Sets the interface up in the reader's language; English fills nothing in, since every language is complete. */
export async function startI18n(): Promise<void> {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: namespaces,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    resources: {},
    returnNull: false,
  });
  await load(language);
  dressDocument(language);
}

/** Changes the language of the interface; remembered on this device only when somebody chose it here. */
export async function changeLanguage(language: Language, remember: boolean): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  dressDocument(language);
  if (!remember) return;
  try {
    localStorage.setItem(chosenKey, language);
  } catch {
    // A browser that keeps nothing is a choice, too.
  }
}
