import type { ReactNode } from 'react';
import { FacingTexts } from '../facing-texts';

interface FacingWordsProps {
  readonly texts: Readonly<Record<string, string>>;
  /** The languages of both sides, in the order in which they stand for this reader. */
  readonly languages: readonly string[];
}

/** Words of a commitment in both languages, which count the same, on facing pages. */
export function FacingWords({ texts, languages }: FacingWordsProps): ReactNode {
  return (
    <div className="authentic-pair">
      <FacingTexts
        languages={languages.filter((language) => texts[language] !== undefined)}
        page={(language) => <p className="article__body">{texts[language]}</p>}
      />
    </div>
  );
}
