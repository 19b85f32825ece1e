import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../shared/language/language.js';
import type { Side } from '../../shared/access/actor.js';
import type { OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import type { RichText } from '../../shared/language/rich-text.js';
import type { TranslationView } from '../../shared/translation/translation.schema.js';
import { languageName } from '../lib/format';
import { Button } from './button';
import { RichTextView } from './rich-text';
import { Provenance } from './provenance';
import './bilingual-text.css';

export interface BilingualProps {
  readonly original: RichText;
  readonly language: string;
  readonly translations: readonly TranslationView[];
  /** The reader's language: its text stands first. */
  readonly reader: string;
  readonly reading: OwnMemberView['reading'];
  readonly sideName: (side: Side) => string;
  /** Asks people for a translation, where there is none. */
  readonly onAsk?: (language: string) => void;
}

/**
 * Original and translation as facing pages of equal width and weight; on a phone the other one is a tap away. The text
 * in the reader's language stands first, and each says what it is.
 */
export function BilingualText(props: BilingualProps): ReactNode {
  const { original, language, translations, reader, reading } = props;
  const translation = translations.find((one) => one.language === reader) ?? translations[0];
  if (!translation) return <RichTextView text={original} lang={language} dir={directionOf(language)} />;
  const pages = [
    <OriginalPage key="original" {...props} />,
    <TranslationPage key="translation" {...props} translation={translation} />,
  ];
  if (translation.body === null) return <div className="bilingual bilingual--waiting">{pages}</div>;
  const originalFirst = language === reader || reading === 'original_first';
  return (
    <Facing
      pages={originalFirst ? pages : pages.toReversed()}
      isFacing={reading === 'side_by_side'}
      originalFirst={originalFirst}
    />
  );
}

interface FacingProps {
  readonly pages: readonly ReactNode[];
  readonly isFacing: boolean;
  readonly originalFirst: boolean;
}

/** Two pages beside each other, or one on the other where there is room for one, and a way to turn. */
function Facing({ pages, isFacing, originalFirst }: FacingProps): ReactNode {
  const { t } = useTranslation('forum');
  const [other, showOther] = useState(false);
  return (
    <div className={`bilingual${isFacing ? ' bilingual--facing' : ''}${other ? ' bilingual--other' : ''}`}>
      {pages}
      <div className="bilingual__turn no-print">
        <Button weight="quiet" onClick={() => showOther(!other)}>
          {other === originalFirst ? t('text.show_original') : t('text.show_translation')}
        </Button>
      </div>
    </div>
  );
}

function OriginalPage({ original, language }: BilingualProps): ReactNode {
  const { t, i18n } = useTranslation('forum');
  return (
    <div className="bilingual__page">
      <p className="bilingual__provenance">{t('text.original', { language: languageName(i18n.language, language) })}</p>
      <RichTextView text={original} lang={language} dir={directionOf(language)} />
    </div>
  );
}

function TranslationPage({
  translation,
  onAsk,
  sideName,
}: BilingualProps & { translation: TranslationView }): ReactNode {
  const { t } = useTranslation('forum');
  const { language, status, body, whyNone } = translation;
  return (
    <div className="bilingual__page">
      <Provenance translation={translation} sideName={sideName} />
      {body && <RichTextView text={body} lang={language} dir={directionOf(language)} />}
      {whyNone && <p className="small soft">{t(`text.why.${whyNone}`)}</p>}
      {!body && status === 'unavailable' && onAsk && (
        <Button weight="quiet" onClick={() => onAsk(language)}>
          {t('text.ask')}
        </Button>
      )}
    </div>
  );
}
