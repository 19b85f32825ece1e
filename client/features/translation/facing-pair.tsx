import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import type { TranslationDossier } from '../../../shared/translation/human-work.schema.js';
import { languageName } from '../../lib/format';
import { RichTextView, ShownWords } from '../../ui/rich-text';
import { FacingTexts } from '../../ui/facing-texts';
import './facing-pair.css';

interface PairProps {
  readonly dossier: TranslationDossier;
  /** The reader's language: its text stands first. */
  readonly reader: string;
  /** What stands in the place of what readers have. */
  readonly children?: ReactNode;
  /** How words of the original are shown. */
  readonly showWords?: (words: string) => ReactNode;
}

/** The original and what readers have of it, or what is being written, on facing pages. */
export function FacingPair({ dossier, reader, children, showWords = (words) => words }: PairProps): ReactNode {
  const { t, i18n } = useTranslation('translation');
  const { language, target, body, shown } = dossier;
  const page = (one: string): ReactNode => {
    if (one === language)
      return (
        <ShownWords value={showWords}>
          <RichTextView text={body} lang={language} dir={directionOf(language)} />
        </ShownWords>
      );
    if (children) return children;
    if (shown?.body) return <RichTextView text={shown.body} lang={target} dir={directionOf(target)} />;
    return (
      <p className="soft" lang={i18n.language} dir={i18n.dir()}>
        {t('none', { language: languageName(i18n.language, target) })}
      </p>
    );
  };
  return (
    <div className="facing-pair">
      <FacingTexts languages={reader === target ? [target, language] : [language, target]} page={page} />
    </div>
  );
}
