import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import type { TranslationView } from '../../../shared/translation/translation.schema.js';
import { Button } from '../../ui/button';

interface NotesProps {
  readonly translation: TranslationView;
  /** The language it was translated from. */
  readonly from: string;
  readonly onAsk?: (language: string) => void;
}

/** What to watch for in a machine's translation, for those who want to know, and a way to ask people for a better one. */
export function TranslationNotes({ translation, from, onAsk }: NotesProps): ReactNode {
  const { t } = useTranslation('forum');
  const { doubts, unknownWords, status, language, via } = translation;
  const others = doubts.filter((doubt) => doubt !== 'unknown_words');
  if (doubts.length === 0 && unknownWords.length === 0) return null;
  const read = via ?? from;
  return (
    <div className="notes no-print">
      <details>
        <summary>
          {status === 'doubtful' ? t('notes.doubtful') : t('notes.unknown', { count: unknownWords.length })}
        </summary>
        {others.length > 0 && (
          <ul>
            {others.map((doubt) => (
              <li key={doubt}>{t(`doubt.${doubt}`)}</li>
            ))}
          </ul>
        )}
        {unknownWords.length > 0 && (
          <p>
            {status === 'doubtful' && `${t('notes.unknown', { count: unknownWords.length })}: `}
            <q lang={read} dir={directionOf(read)}>
              {unknownWords.join(', ')}
            </q>
          </p>
        )}
      </details>
      {status === 'doubtful' && onAsk && (
        <Button weight="quiet" onClick={() => onAsk(language)}>
          {t('text.ask')}
        </Button>
      )}
    </div>
  );
}
