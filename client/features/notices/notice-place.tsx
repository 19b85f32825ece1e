import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NoticeView } from '../../../shared/moderation/notice.schema.js';
import { Sentence } from '../../ui/texts';

/** The conversation, or the joint statement, that a notice is about. */
export function NoticePlace({ dyad, notice }: { dyad: string; notice: NoticeView }): ReactNode {
  const { t } = useTranslation('notices');
  const { about, content, thread, threadTitle } = notice;
  if (about === 'statement')
    return (
      <p>
        <Link className="target-link" to={`/d/${dyad}/statements/${content}`}>
          {t('to_statement')}
        </Link>
      </p>
    );
  if (thread === null) return null;
  return (
    <p>
      <Link className="target-link" to={`/d/${dyad}/threads/${thread}`}>
        {threadTitle === null ? (
          t('to_thread')
        ) : (
          <span>
            <Sentence names={{ title: threadTitle }} say={(places) => t('in_thread', { title: '', ...places })} />
          </span>
        )}
      </Link>
    </p>
  );
}
