import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WordChange } from '../../shared/language/word-changes.js';
import './changed-words.css';

interface ChangedWordsProps {
  readonly words: readonly WordChange[];
  /** Shows a run of words, where they hold more than words. */
  readonly show?: (text: string) => ReactNode;
}

/** A text with what was taken out and what was put in; said to those who hear it, too. */
export function ChangedWords({ words, show = (text) => text }: ChangedWordsProps): ReactNode {
  const { t, i18n } = useTranslation();
  const interfaceLanguage = { lang: i18n.language, dir: i18n.dir() };
  return words.map(({ type, text }, at) => {
    if (type === 'same') return <span key={at}>{show(text)}</span>;
    const Mark = type === 'added' ? 'ins' : 'del';
    return (
      <Mark key={at}>
        <span className="visually-hidden" {...interfaceLanguage}>
          {type === 'added' ? t('changes.put_in') : t('changes.taken_out')}{' '}
        </span>
        {show(text)}
      </Mark>
    );
  });
}
