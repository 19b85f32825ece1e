import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RichText } from '../../../shared/language/rich-text.js';
import type { TranslationView } from '../../../shared/translation/translation.schema.js';
import { Button } from '../../ui/button';
import { BilingualText, type BilingualProps } from '../../ui/bilingual-text';
import { withQuotedNames } from './quoted-names';
import { TranslationNotes } from './translation-notes';
import './forum.css';

export interface PostTextProps {
  readonly body: RichText;
  readonly language: string;
  readonly translations: readonly TranslationView[];
  readonly reader: string;
  readonly reading: BilingualProps['reading'];
  /** Whose words a quoted post is, where that is known. */
  readonly authorOf: (post: string) => string | undefined;
  readonly onAsk?: (language: string) => void;
  readonly sideName: BilingualProps['sideName'];
}

/**
 * A post's words in facing pages, with the names of those it quotes. A line above each page says what the page is; what
 * is doubtful about a translation stands beneath both, so that the texts begin on the same line and nobody has to read
 * a list before the words.
 */
export function PostText({ body, translations, authorOf, onAsk, ...shown }: PostTextProps): ReactNode {
  const { t } = useTranslation('forum');
  const [newest, showNewest] = useState(false);
  const [wanted, want] = useState(false);
  const here = translations.filter(({ language }) => language === shown.reader);
  const inLanguage = here.length > 0 ? here : translations.slice(0, 1);
  const [first, beside] = inLanguage;
  const translation = newest && beside ? beside : first;
  if (shown.reading === 'original_only' && !wanted)
    return (
      <div className="post-text">
        <BilingualText {...shown} original={withQuotedNames(body, authorOf)} translations={[]} />
        {translation && (
          <Button weight="quiet" onClick={() => want(true)}>
            {t('text.only')}
          </Button>
        )}
      </div>
    );
  return (
    <div className="post-text">
      <BilingualText
        {...shown}
        original={withQuotedNames(body, authorOf)}
        translations={
          translation ? [{ ...translation, body: translation.body && withQuotedNames(translation.body, authorOf) }] : []
        }
        {...(onAsk && { onAsk })}
      />
      {beside?.body && (
        <Button weight="quiet" onClick={() => showNewest(!newest)}>
          {t(newest ? 'text.older' : 'text.newer')}
        </Button>
      )}
      {translation && <TranslationNotes translation={translation} from={shown.language} {...(onAsk && { onAsk })} />}
    </div>
  );
}
