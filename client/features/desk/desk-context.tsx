import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostView } from '../../../shared/forums/post.schema.js';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { formatAgo, formatTime } from '../../lib/format';
import { useShortcuts } from '../../lib/use-shortcuts';
import { ActKey } from '../../ui/act-key';
import type { SideName } from '../../ui/member-name';
import { SideMark } from '../../ui/side-mark';
import { Loading, Problem } from '../../ui/states';
import { useDeskContext } from './api';
import type { TextOf } from './text-of';

interface ContextProps {
  readonly dyad: string;
  readonly item: DeskItem;
  readonly sideName: SideName;
  readonly textOf: TextOf;
}

/** What stands around the case, without leaving it: the thread, and what the author has said elsewhere. */
export function DeskContext({ dyad, item, ...shown }: ContextProps): ReactNode {
  const { t } = useTranslation('moderation');
  const [open, setOpen] = useState(false);
  useShortcuts({ context: () => setOpen(!open) });
  const { data, error, refetch } = useDeskContext(dyad, item.id, open);
  return (
    <details className="desk-context" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t('desk.context')} <ActKey act="context" />
      </summary>
      {open && !data && !error && <Loading />}
      {error && <Problem error={error} retry={() => void refetch()} />}
      {open && data && (
        <>
          {item.thread !== null && (
            <Posts title={t('desk.thread')} none={t('desk.thread_none')} posts={data.thread} {...shown} />
          )}
          <Posts title={t('desk.by_author')} none={t('desk.by_author_none')} posts={data.byAuthor} {...shown} />
        </>
      )}
    </details>
  );
}

interface PostsProps extends Pick<ContextProps, 'sideName' | 'textOf'> {
  readonly title: string;
  readonly none: string;
  readonly posts: readonly PostView[];
}

function Posts({ title, none, posts, sideName, textOf }: PostsProps): ReactNode {
  const { t, i18n } = useTranslation('forum');
  return (
    <section>
      <h3>{title}</h3>
      {posts.length === 0 && <p className="soft">{none}</p>}
      <ol className="plain-list">
        {posts.map((post) => (
          <li key={post.id} className="desk-context__post">
            <p className="post__head small">
              <SideMark side={post.author.side} label={sideName(post.author.side)} />
              <bdi className="post__author">{post.author.pseudonym}</bdi>
              <time dateTime={post.publishedAt} title={formatTime(i18n.language, post.publishedAt)}>
                {formatAgo(i18n.language, post.publishedAt)}
              </time>
            </p>
            {post.body ? textOf({ ...post, body: post.body }) : <p className="soft">{t(`post.gone.${post.state}`)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
