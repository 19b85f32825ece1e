import { useTranslation } from 'react-i18next';
import { isErased } from '../../shared/language/erased-text.rules.js';
import { textIn } from './format';

/** The text in the reader's language, or in another that is there, where only letters can stand; or that it was erased. */
export function useTextIn(): (texts: Readonly<Record<string, string>>) => string {
  const { t, i18n } = useTranslation('dyads');
  return (texts) => (isErased(texts) ? `[${t('record.erased_words')}]` : textIn(texts, i18n.language));
}
