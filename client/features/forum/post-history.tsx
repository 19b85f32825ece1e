import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../shared/language/language.js';
import { formatTime } from '../../lib/format';
import { RichTextView } from '../../ui/rich-text';
import { Loading, Problem } from '../../ui/states';
import { useRevisions } from './api';

/** What a post said before, newest first. */
export function PostHistory({ dyad, post }: { dyad: string; post: string }): ReactNode {
  const { t, i18n } = useTranslation('forum');
  const { data, error } = useRevisions(dyad, post);
  if (error) return <Problem error={error} />;
  if (!data) return <Loading />;
  return (
    <ol className="plain-list stack sheet history" reversed>
      {data.map((one) => (
        <li key={one.revision}>
          <p className="small soft">
            {t('post.revision', { number: one.revision })} ·{' '}
            <time dateTime={one.writtenAt}>{formatTime(i18n.language, one.writtenAt)}</time>
          </p>
          <RichTextView text={one.body} lang={one.language} dir={directionOf(one.language)} />
        </li>
      ))}
    </ol>
  );
}
