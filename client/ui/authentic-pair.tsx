import type { ReactNode } from 'react';
import { directionOf } from '../../shared/language/language.js';
import type { RichText } from '../../shared/language/rich-text.js';
import { FacingTexts } from './facing-texts';
import { RichTextView } from './rich-text';

interface AuthenticText {
  readonly language: string;
  readonly body: RichText;
}

interface AuthenticPairProps {
  readonly texts: readonly [AuthenticText, AuthenticText];
  /** The reader's language: its text stands first. */
  readonly reader: string;
}

/** Two texts that are equally authentic, on facing pages. */
export function AuthenticPair({ texts, reader }: AuthenticPairProps): ReactNode {
  const ordered = texts.toSorted((one, other) => Number(other.language === reader) - Number(one.language === reader));
  return (
    <div className="authentic-pair">
      <FacingTexts
        languages={ordered.map(({ language }) => language)}
        page={(language) => <Page texts={ordered} language={language} />}
      />
    </div>
  );
}

function Page({ texts, language }: { texts: readonly AuthenticText[]; language: string }): ReactNode {
  const text = texts.find((one) => one.language === language);
  return text && <RichTextView text={text.body} lang={language} dir={directionOf(language)} />;
}
