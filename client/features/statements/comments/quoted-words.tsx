import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../../shared/language/language.js';

interface QuotedWordsProps {
  readonly quote: string;
  readonly language: string;
  readonly gone?: boolean;
}

/** The words that a comment is about, as they were when it was begun. */
export function QuotedWords({ quote, language, gone = false }: QuotedWordsProps): ReactNode {
  const { t } = useTranslation('statement-comments');
  return (
    <figure className="comment-words">
      <figcaption className="small soft">{t(gone ? 'words.gone' : 'words.about')}</figcaption>
      <blockquote lang={language} dir={directionOf(language)}>
        {quote}
      </blockquote>
    </figure>
  );
}
