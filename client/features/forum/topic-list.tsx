import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TopicView } from '../../../shared/forums/post.schema.js';
import { formatAgo } from '../../lib/format';
import { Empty } from '../../ui/states';
import { TitleText } from './title-text';
import './forum.css';

/** The topics, like the contents of a book: title, what it is about, how many posts, and how posts reach readers. */
export function TopicList({
  dyad,
  topics,
  reader,
}: {
  dyad: string;
  topics: readonly TopicView[];
  reader: string;
}): ReactNode {
  const { t, i18n } = useTranslation('forum');
  if (topics.length === 0) return <Empty title={t('topic.none')} />;
  return (
    <ul className="plain-list contents">
      {topics.map((topic) => (
        <li key={topic.id}>
          <h3>
            <Link to={`/d/${dyad}/topics/${topic.slug}`}>
              <TitleText title={topic.title} reader={reader} />
            </Link>
          </h3>
          <p>
            <TitleText title={topic.description} reader={reader} />
          </p>
          <p className="row small soft">
            <span className="tag">{t(`mode.${topic.mode}.name`)}</span>
            <span>{t('topic.threads', { count: topic.threads })}</span>
            <span>{t('topic.posts', { count: topic.posts })}</span>
            {topic.lastPostAt && <time dateTime={topic.lastPostAt}>{formatAgo(i18n.language, topic.lastPostAt)}</time>}
          </p>
        </li>
      ))}
    </ul>
  );
}
