import i18next from 'i18next';
import { isLanguage, type Language } from '../../shared/language/language.js';
import { beginWith, dressDocument, firstLanguage, rememberLanguage } from './interface-language';

type SentenceFiles = Record<string, () => Promise<{ sentences: Record<string, object> }>>;

/** One file a language: what is read comes at once, and what is not read does not come. */
const files: SentenceFiles = import.meta.glob<{ sentences: Record<string, object> }>('./sentences/*.ts');
/** Likewise, what only some pages say: of drafters, stewards, and one's own account. */
const pageFiles: SentenceFiles = import.meta.glob<{ sentences: Record<string, object> }>('./sentences/pages/*.ts');

/** Whether a page was opened that says more than readers' pages do. */
let saysAll = false;

/** The sentences of a language, by namespace. */
async function load(language: Language): Promise<Record<string, object>> {
  const parts = await Promise.all([
    files[`./sentences/${language}.ts`]?.(),
    saysAll ? pageFiles[`./sentences/pages/${language}.ts`]?.() : undefined,
  ]);
  return Object.fromEntries(
    parts
      .flatMap((part) => Object.entries(part?.sentences ?? {}))
      .map(([path, sentences]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), sentences]),
  );
}

async function add(language: Language): Promise<void> {
  for (const [namespace, sentences] of Object.entries(await load(language)))
    i18next.addResourceBundle(language, namespace, sentences);
}

/** Sets the interface up in the reader's language. */
export async function startI18n(): Promise<void> {
  const language = firstLanguage();
  await beginWith(language, { [language]: await load(language) });
}

/** Opens a page, or a part of one, that asks for sentences of `locales/<language>/pages`: they come along with it. */
export async function withAllSentences<Page>(page: Promise<Page>): Promise<Page> {
  const language = i18next.language;
  saysAll = true;
  const [opened] = await Promise.all([page, isLanguage(language) && add(language)]);
  return opened;
}

/** Changes the language of the interface; remembered on this device only when somebody chose it here. */
export async function changeLanguage(language: Language, remember: boolean): Promise<void> {
  await add(language);
  await i18next.changeLanguage(language);
  dressDocument(language);
  if (remember) rememberLanguage(language);
}
