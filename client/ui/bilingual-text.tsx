import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../shared/language/language.js';
import type { RichText } from '../../shared/language/rich-text.js';
import type { TranslationView } from '../../shared/translation/translation.schema.js';
import { formatDay, languageName } from '../lib/format';
import { Button } from './button';
import { RichTextView } from './rich-text';
import './bilingual-text.css';

export interface BilingualProps {
  readonly original: RichText;
  readonly language: string;
  readonly translations: readonly TranslationView[];
  /** The reader's language: its text stands first. */
  readonly reader: string;
  readonly reading: 'side_by_side' | 'original_first' | 'translation_first';
  /** Asks people for a translation, where there is none. */
  readonly onAsk?: (language: string) => void;
}

/**
 * Original and translation as facing pages of equal width and weight; on a phone the other one is a tap away. The text
 * in the reader's language stands first, and each says what it is.
 */
export function BilingualText(props: BilingualProps): ReactNode {
  const { original, language, translations, reader, reading } = props;
  const { t } = useTranslation('forum');
  const translation = translations.find((one) => one.language === reader) ?? translations[0];
  const [other, showOther] = useState(false);
  if (!translation) return <RichTextView text={original} lang={language} dir={directionOf(language)} />;
  const pages = [
    <OriginalPage key="original" {...props} />,
    <TranslationPage key="translation" {...props} translation={translation} />,
  ];
  const originalFirst = language === reader || reading === 'original_first' || translation.body === null;
  const ordered = originalFirst ? pages : pages.toReversed();
  const facing = reading === 'side_by_side' && translation.body !== null;
  return (
    <div className={`bilingual${facing ? ' bilingual--facing' : ''}${other ? ' bilingual--other' : ''}`}>
      {ordered}
      <div className="bilingual__turn">
        <Button weight="quiet" aria-pressed={other} onClick={() => showOther(!other)}>
          {other === originalFirst ? t('text.show_original') : t('text.show_translation')}
        </Button>
      </div>
    </div>
  );
}

function OriginalPage({ original, language }: BilingualProps): ReactNode {
  const { t, i18n } = useTranslation('forum');
  return (
    <section className="bilingual__page">
      <p className="bilingual__provenance">{t('text.original', { language: languageName(i18n.language, language) })}</p>
      <RichTextView text={original} lang={language} dir={directionOf(language)} />
    </section>
  );
}

function TranslationPage({ translation, onAsk }: BilingualProps & { translation: TranslationView }): ReactNode {
  const { t } = useTranslation('forum');
  const { language, status, body } = translation;
  return (
    <section className="bilingual__page">
      <Provenance translation={translation} />
      {body && <RichTextView text={body} lang={language} dir={directionOf(language)} />}
      {!body && status === 'unavailable' && onAsk && (
        <Button weight="quiet" onClick={() => onAsk(language)}>
          {t('text.ask')}
        </Button>
      )}
    </section>
  );
}

/** How the translation was made, by whom, and what is doubtful about it. */
function Provenance({ translation }: { translation: TranslationView }): ReactNode {
  const { t, i18n } = useTranslation('forum');
  const { status, language, engine, via, madeOn, by, doubts, unknownWords } = translation;
  const params = {
    language: languageName(i18n.language, language),
    engine: engine ?? '',
    name: by?.pseudonym ?? '',
    day: madeOn ? formatDay(i18n.language, madeOn) : '',
  };
  return (
    <div className="bilingual__provenance">
      <p>{t(`provenance.${status}`, params)}</p>
      {via && <p>{t('provenance.via', { language: languageName(i18n.language, via) })}</p>}
      {doubts.length > 0 && (
        <p className="bilingual__doubt">
          {t('provenance.doubt')} {doubts.map((doubt) => t(`doubt.${doubt}`)).join(', ')}
        </p>
      )}
      {unknownWords.length > 0 && (
        <p>
          {t('provenance.unknown_words', { count: unknownWords.length })}{' '}
          <q lang={language}>{unknownWords.join(', ')}</q>
        </p>
      )}
    </div>
  );
}
