import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../../shared/language/language.js';
import { wordsOf, type FoundInText } from './found-words';

interface FindingsProps {
  readonly found: FoundInText;
  readonly language: string;
}

/** Why the desk was pointed to a text: each finding in a sentence, with the words it is about. None of them decides. */
export function FindingsSection({ found: { source, findings }, language }: FindingsProps): ReactNode {
  const { t } = useTranslation('moderation');
  if (findings.length === 0) return null;
  return (
    <section className="desk-part">
      <h3>{t('found.title')}</h3>
      <p className="small soft">{t('found.what')}</p>
      <ul>
        {findings.map((finding, at) => (
          <li key={at}>
            {t(`finding.${finding.code}`, { ...finding.params })}
            {wordsOf(source, finding).map((word) => (
              <span key={word}>
                {' '}
                <q lang={language} dir={directionOf(language)}>
                  {word}
                </q>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
