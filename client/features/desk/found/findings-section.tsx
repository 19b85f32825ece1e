import type { ReactNode } from 'react';
import type { Finding } from '../../../../shared/moderation/detection/finding.rules.js';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../../shared/language/language.js';
import { languageName } from '../../../lib/format';
import { wordsOf, type FoundInText } from './found-words';

interface FindingsProps {
  readonly found: FoundInText;
  readonly language: string;
}

/** Why the desk was pointed to a text: each finding in a sentence, with the words it is about. None of them decides. */
export function FindingsSection({ found: { source, findings }, language }: FindingsProps): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  if (findings.length === 0) return null;
  return (
    <section className="desk-part">
      <h3>{t('found.title')}</h3>
      <p className="small soft">{t('found.what')}</p>
      <ul>
        {findings.map((finding, at) => (
          <li key={at}>
            {t(`finding.${finding.code}`, said(finding, i18n.language))}
            {unsaidWords(source, finding).map((word) => (
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

/** What of a sentence's parts is a language, by its code. */
const languageParts = new Set(['language', 'named', 'found']);

const said = ({ params }: Finding, reader: string): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([part, value]) => [
      part,
      languageParts.has(part) ? languageName(reader, String(value)) : value,
    ]),
  );

/** The words that a finding is about, but for those that its sentence names already. */
const unsaidWords = (source: string, finding: Finding): string[] =>
  wordsOf(source, finding).filter((word) => word !== finding.params['entry']);
