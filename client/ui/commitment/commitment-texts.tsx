import type { ReactNode } from 'react';
import type { ErasedPart } from '../../../shared/record/erased-part.js';
import { erasedAt, ErasedText } from '../erased-text';
import { FacingTexts } from '../facing-texts';

interface FacingWordsProps {
  readonly texts: Readonly<Record<string, string>>;
  /** The languages of both sides, in the order in which they stand for this reader. */
  readonly languages: readonly string[];
  /** What was erased of these words, by the languages at the ends of its paths. */
  readonly erased?: readonly ErasedPart[] | undefined;
}

/** Words of a commitment in both languages, which count the same, on facing pages; or that they were erased. */
export function FacingWords({ texts, languages, erased = [] }: FacingWordsProps): ReactNode {
  return (
    <div className="authentic-pair">
      <FacingTexts
        languages={languages.filter((language) => texts[language] !== undefined)}
        page={(language) => (
          <p className="article__body">
            {texts[language] || <ErasedText erased={erased.filter(({ path }) => path.endsWith(`.${language}`))} />}
          </p>
        )}
      />
    </div>
  );
}

/** The words that a part of the record tells, with what was erased of just them. */
export function ToldWords({
  erased,
  path,
  ...words
}: Omit<FacingWordsProps, 'erased'> & { erased: readonly ErasedPart[]; path: string }): ReactNode {
  return <FacingWords {...words} erased={erasedAt(erased, path)} />;
}
