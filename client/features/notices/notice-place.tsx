import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NoticeView } from '../../../shared/moderation/notice.schema.js';
import { Sentence } from '../../ui/texts';

/** The conversation that a notice is about. */
export function NoticePlace({ dyad, notice }: { dyad: string; notice: NoticeView }): ReactNode {
  const { t } = useTranslation('notices');
  const { thread, threadTitle } = notice;
  if (thread === null || threadTitle === null) return null;
  return (
    <p>
      <Link className="target-link" to={`/d/${dyad}/threads/${thread}`}>
        <span>
          <Sentence names={{ title: threadTitle }} say={(places) => t('in_thread', { title: '', ...places })} />
        </span>
      </Link>
    </p>
  );
}
