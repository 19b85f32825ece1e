import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnPostView } from '../../../shared/forums/post.schema.js';
import { directionOf } from '../../../shared/language/language.js';
import { formatAgo, formatTime } from '../../lib/format';
import { Button } from '../../ui/button';
import { RichTextView } from '../../ui/rich-text';
import { Problem } from '../../ui/states';
import { useOwnPosts, useRevisePost, useWithdrawPost } from './api';
import { Composer } from './composer';

/** One's own posts that are not published: what each waits for, or why it came back and what one can do. */
export function OwnPosts({
  dyad,
  languages,
  thread,
}: {
  dyad: string;
  languages: readonly string[];
  thread?: string;
}): ReactNode {
  const { t } = useTranslation('forum');
  const { data = [] } = useOwnPosts(dyad);
  const shown = data.filter((post) => thread === undefined || post.thread === thread);
  if (shown.length === 0) return null;
  return (
    <section aria-label={t('own.title')} className="stack">
      <h2>{t('own.title')}</h2>
      {shown.map((post) => (
        <OwnPost key={post.id} dyad={dyad} post={post} languages={languages} />
      ))}
    </section>
  );
}

function OwnPost({
  dyad,
  post,
  languages,
}: {
  dyad: string;
  post: OwnPostView;
  languages: readonly string[];
}): ReactNode {
  const { t } = useTranslation('forum');
  const [editing, setEditing] = useState(false);
  const revise = useRevisePost(dyad);
  const withdraw = useWithdrawPost(dyad);
  return (
    <article className="sheet stack">
      <Standing post={post} />
      {editing ? (
        <Composer
          place={`${dyad}/revision/${post.id}`}
          languages={languages}
          language={post.language}
          label={t('own.text')}
          submitLabel={t('own.send_again')}
          initial={post.source}
          onCancel={() => setEditing(false)}
          send={async ({ text, language }) => {
            await revise.mutateAsync({ post: post.id, text, language, revision: post.revision });
            setEditing(false);
          }}
        />
      ) : (
        <RichTextView text={post.body} lang={post.language} dir={directionOf(post.language)} />
      )}
      {withdraw.error && <Problem error={withdraw.error} />}
      <div className="row">
        {post.state !== 'held' && !editing && <Button onClick={() => setEditing(true)}>{t('post.edit')}</Button>}
        <Button weight="quiet" busy={withdraw.isPending} onClick={() => withdraw.mutate(post.id)}>
          {t('post.withdraw')}
        </Button>
      </div>
    </article>
  );
}

/** Why it is not published, since when, and how long that usually takes. */
function Standing({ post }: { post: OwnPostView }): ReactNode {
  const { t, i18n } = useTranslation(['forum', 'moderation']);
  const { state, reason, ahead, usualMinutes, writtenAt } = post;
  if (reason) {
    return (
      <div className="notice notice--caution">
        <div>
          <p>
            <strong>{t(`own.${state}`)}</strong> {t(`moderation:reason.${reason.code}`)}{' '}
            <time dateTime={reason.since}>{formatAgo(i18n.language, reason.since)}</time>
            {reason.until && ` ${t('own.until', { time: formatTime(i18n.language, reason.until) })}`}
          </p>
          {reason.note && (
            <blockquote>
              <bdi>{reason.note}</bdi>
            </blockquote>
          )}
        </div>
      </div>
    );
  }
  return (
    <div className="notice">
      <p>
        <strong>{t('own.pending')}</strong> {ahead !== null && t('own.ahead', { count: ahead })}{' '}
        {usualMinutes !== null && t('own.usual', { count: usualMinutes })}{' '}
        <time dateTime={writtenAt}>{formatAgo(i18n.language, writtenAt)}</time>
      </p>
    </div>
  );
}
