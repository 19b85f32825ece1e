import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ThreadBrief, ThreadOfTopic } from '../../../shared/forums/post.schema.js';
import { formatAgo, formatTime } from '../../lib/format';
import { OriginalTitle, TitleText } from './title-text';
import './forum.css';

interface ThreadLineProps {
  readonly thread: ThreadBrief;
  /** The topic it belongs to, where threads of several stand together. */
  readonly topic?: ThreadOfTopic['topic'];
  readonly dyad: string;
  readonly reader: string;
  readonly sideName: (side: 'a' | 'b') => string;
}

/** A thread as a line of contents: its title in the reader's language, the original beneath, and who has spoken. */
export function ThreadLine({ thread, topic, dyad, reader, sideName }: ThreadLineProps): ReactNode {
  const { t, i18n } = useTranslation('forum');
  const spoken = (['a', 'b'] as const).map((side) => ({ name: sideName(side), count: thread.postsBySide[side] }));
  // Neither side is always first: who wrote more is, and the names decide where both wrote as much.
  const [one, other] = spoken.toSorted((x, y) => y.count - x.count || x.name.localeCompare(y.name, i18n.language));
  return (
    <li>
      <h3>
        <Link to={`/d/${dyad}/threads/${thread.id}`}>
          <TitleText title={thread.title} reader={reader} />
        </Link>
      </h3>
      <OriginalTitle title={thread.title} reader={reader} />
      <p className="row small soft">
        {topic && (
          <span>
            <TitleText title={topic.title} reader={reader} />
          </span>
        )}
        <span>{t('topic.posts', { count: thread.posts })}</span>
        {one && other && !topic && (
          <span>
            {t('thread.by_side', { one: one.name, ofOne: one.count, other: other.name, ofOther: other.count })}
          </span>
        )}
        {thread.lastPostAt && (
          <time dateTime={thread.lastPostAt} title={formatTime(i18n.language, thread.lastPostAt)}>
            {formatAgo(i18n.language, thread.lastPostAt)}
          </time>
        )}
        {thread.closed && <span className="tag">{t('thread.closed')}</span>}
      </p>
    </li>
  );
}
