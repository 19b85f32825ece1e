import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import { languageName } from '../../lib/format';
import type { ErasedPart } from '../../../shared/record/erased-part.js';
import { ErasedText } from '../../ui/erased-text';
import { FacingTexts } from '../../ui/facing-texts';

interface WrittenWordsProps {
  readonly words: { readonly language: string; readonly text: Readonly<Record<string, string>> };
  /** The languages of both sides, in the order in which they stand for this reader. */
  readonly languages: readonly string[];
  /** What was erased of these words. */
  readonly erased: readonly ErasedPart[];
}

/** What somebody wrote, in the language they wrote it in; beside it the other language, where they gave it themselves. */
export function WrittenWords({ words: { language, text }, languages, erased }: WrittenWordsProps): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  const said = (one: string): ReactNode =>
    text[one] || <ErasedText erased={erased.filter(({ path }) => path.endsWith(`.${one}`))} />;
  const given = [...new Set([...languages, language])].filter((one) => text[one] !== undefined);
  if (given.length > 1)
    return (
      <div className="authentic-pair">
        <FacingTexts languages={given} page={(one) => <p className="article__body">{said(one)}</p>} />
        <p className="small soft">{t('words.written_in', { language: languageName(i18n.language, language) })}</p>
      </div>
    );
  return (
    <div>
      <p className="article__body written-alone" lang={language} dir={directionOf(language)}>
        {said(language)}
      </p>
      <p className="small soft">{t('words.only_in', { language: languageName(i18n.language, language) })}</p>
    </div>
  );
}
