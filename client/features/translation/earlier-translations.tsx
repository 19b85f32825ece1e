import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import type { TranslationDossier } from '../../../shared/translation/human-work.schema.js';
import { engineName } from '../../lib/engine-name';
import { formatDay } from '../../lib/format';
import { RichTextView } from '../../ui/rich-text';

/** What readers had before. */
export function EarlierTranslations({ earlier, target }: TranslationDossier): ReactNode {
  const { t, i18n } = useTranslation('translation');
  if (earlier.length === 0) return null;
  return (
    <details>
      <summary>{t('earlier')}</summary>
      <ul className="plain-list contents">
        {earlier.map(({ id, body, madeOn, engine }) => (
          <li key={id}>
            <p className="small soft">
              {engine && engineName(engine)} {madeOn && formatDay(i18n.language, madeOn)}
            </p>
            {body && <RichTextView text={body} lang={target} dir={directionOf(target)} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
