import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { directionOf, isLanguage, languages, type Language } from '../../shared/language/language.js';
import { isolated } from './isolated';

const chosenKey = 'entente.language';

/** The language people chose here before, else the first of their browser's that we speak. */
export function firstLanguage(): Language {
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

/** Has the browser know a language that was chosen here. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(chosenKey, language);
  } catch {
    // A browser that keeps nothing is a choice, too.
  }
}

/** Tells browsers and voices in which language and direction the document is. */
export function dressDocument(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = languages[language].direction;
}

/** Sets the interface up with these sentences; English fills nothing in, since every language is complete. */
export async function beginWith(language: Language, resources: Record<string, Record<string, object>>): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(resources[language] ?? {}),
    defaultNS: 'common',
    // React escapes what is markup; what is escaped here is what would turn a line around.
    interpolation: { escapeValue: true, escape: (value) => isolated(value, directionOf(i18next.language)) },
    resources,
    returnNull: false,
  });
  dressDocument(language);
}
