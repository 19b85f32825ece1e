import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import { useSettled } from '../../lib/use-settled';
import { RichTextView } from '../../ui/rich-text';
import { Problem } from '../../ui/states';
import { usePreview } from './api';
import { withQuotedNames } from './quoted-names';

interface PreviewProps {
  readonly dyad: string;
  readonly text: string;
  readonly language: string;
  readonly authorOf: (post: string) => string | undefined;
}

const pauseMilliseconds = 500;

/** What the text will look like, a moment after the last letter. */
export function PostPreview({ dyad, text, language, authorOf }: PreviewProps): ReactNode {
  const { t } = useTranslation('forum');
  const settled = useSettled(text.trim(), pauseMilliseconds);
  const { data, error } = usePreview(dyad, settled, language);
  return (
    <section className="composer__preview" aria-label={t('preview.title')} aria-live="polite">
      <p className="small soft">{t('preview.title')}</p>
      {settled === '' && <p className="soft">{t('preview.empty')}</p>}
      {error && <Problem error={error} />}
      {data && settled !== '' && (
        <RichTextView text={withQuotedNames(data.body, authorOf)} lang={language} dir={directionOf(language)} />
      )}
    </section>
  );
}
