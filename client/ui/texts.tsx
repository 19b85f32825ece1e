import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../shared/language/language.js';

/** A text that exists in several languages, in the reader's where it does, and always said to be in the one it is in. */
export function Texts({ texts }: { texts: Readonly<Record<string, string>> }): ReactNode {
  const { i18n } = useTranslation();
  const language = [i18n.language, 'en', ...Object.keys(texts)].find((one) => texts[one] !== undefined) ?? '';
  return (
    <span lang={language} dir={directionOf(language)} className="texts">
      {texts[language]}
    </span>
  );
}
