import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TopicView } from '../../../shared/forums/post.schema.js';
import { directionOf } from '../../../shared/language/language.js';
import { ErasedText } from '../../ui/erased-text';
import type { WhyNone } from '../../../shared/translation/egress.rules.js';

type Title = TopicView['title'];

interface TitleProps {
  readonly title: Title;
  readonly reader: string;
}

/** The title as this reader reads it: in their language where there is one. */
const readTitle = (title: Title, reader: string): { readonly language: string; readonly text: string } =>
  title.language === reader ? title : (title.translations.find(({ language }) => language === reader) ?? title);

/** A title in the reader's language where there is one. */
export function TitleText({ title, reader }: TitleProps): ReactNode {
  const { language, text } = readTitle(title, reader);
  const { t } = useTranslation('forum');
  if (text === '' && title.erased) return <ErasedText erased={title.erased} />;
  // The words of the first post are held, or were taken away, and the title with them.
  if (text === '') return <em>{t('thread.title_gone')}</em>;
  return (
    <bdi lang={language} dir={directionOf(language)}>
      {text}
    </bdi>
  );
}

/** The title as its author wrote it, beneath the one the reader reads; nothing where that is the same. */
export function OriginalTitle({ title, reader }: TitleProps): ReactNode {
  if (readTitle(title, reader).text === title.text) return null;
  return (
    <p className="original-title">
      <bdi lang={title.language} dir={directionOf(title.language)}>
        {title.text}
      </bdi>
    </p>
  );
}

/** Why the title is not in the reader's language, where an engine should have translated it. */
export function WhyNoTitle({ whyNone }: { readonly whyNone: WhyNone | undefined }): ReactNode {
  const { t } = useTranslation('forum');
  if (whyNone === undefined) return null;
  return (
    <p className="small soft">
      {t('thread.title_untranslated')} {t(`text.why.${whyNone}`)}
    </p>
  );
}
