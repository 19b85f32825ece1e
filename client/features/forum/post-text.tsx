import type { ReactNode } from 'react';
import type { RichText } from '../../../shared/language/rich-text.js';
import type { TranslationView } from '../../../shared/translation/translation.schema.js';
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
}

/**
 * A post's words in facing pages, with the names of those it quotes. A line above each page says what the page is; what
 * is doubtful about a translation stands beneath both, so that the texts begin on the same line and nobody has to read
 * a list before the words.
 */
export function PostText({ body, translations, authorOf, onAsk, ...shown }: PostTextProps): ReactNode {
  const translation = translations.find(({ language }) => language === shown.reader) ?? translations[0];
  return (
    <div className="post-text">
      <BilingualText
        {...shown}
        original={withQuotedNames(body, authorOf)}
        translations={translations.map((one) => ({
          ...one,
          body: one.body && withQuotedNames(one.body, authorOf),
        }))}
        {...(onAsk && { onAsk })}
      />
      {translation && <TranslationNotes translation={translation} from={shown.language} {...(onAsk && { onAsk })} />}
    </div>
  );
}
