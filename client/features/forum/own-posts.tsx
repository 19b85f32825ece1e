import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { OwnPostView } from '../../../shared/forums/post.schema.js';
import { directionOf } from '../../../shared/language/language.js';
import { formatAgo, formatTime, formatWait, minutesSince } from '../../lib/format';
import { Button } from '../../ui/button';
import { RichTextView } from '../../ui/rich-text';
import { useOwnPosts, useRevisePost } from './api';
import { Composer, type People } from './composer';
import { TakeBack } from './take-back';

interface OwnPostsProps {
  readonly dyad: string;
  readonly languages: readonly string[];
  readonly people: People;
  /** Only those of one thread, or of one topic. */
  readonly thread?: string;
  readonly topic?: string;
}

/** One's own posts that are not published: what each waits for, or why it came back and what one can do. */
export function OwnPosts({ thread, topic, ...around }: OwnPostsProps): ReactNode {
  const { t } = useTranslation('forum');
  const { data = [] } = useOwnPosts(around.dyad);
  const shown = data.filter(
    (post) => (thread === undefined || post.thread === thread) && (topic === undefined || post.topic === topic),
  );
  const section = useRef<HTMLElement>(null);
  const { hash } = useLocation();
  const isSought = hash === '#own' && shown.length > 0;
  useEffect(() => {
    if (isSought) section.current?.scrollIntoView();
  }, [isSought]);
  if (shown.length === 0) return null;
  return (
    <section className="stack own-posts" ref={section}>
      <h2>{t('own.title')}</h2>
      {shown.map((post) => (
        <OwnPost key={post.id} post={post} {...around} />
      ))}
    </section>
  );
}

function OwnPost({ post, dyad, languages, people }: OwnPostsProps & { readonly post: OwnPostView }): ReactNode {
  const { t } = useTranslation('forum');
  const [open, setOpen] = useState<'nothing' | 'edit' | 'withdraw'>('nothing');
  const revise = useRevisePost(dyad);
  const close = () => setOpen('nothing');
  return (
    <article className="sheet stack">
      <Standing post={post} />
      {open === 'edit' ? (
        <Composer
          dyad={dyad}
          place={`${dyad}/revision/${post.id}`}
          languages={languages}
          language={post.language}
          label={t('own.text')}
          submitLabel={t('own.send_again')}
          initial={post.source}
          people={people}
          keptInside={post.staysInside}
          onCancel={close}
          send={async ({ text, language, staysInside }) => {
            await revise.mutateAsync({ post: post.id, text, language, staysInside, revision: post.revision });
            close();
          }}
        />
      ) : (
        <RichTextView text={post.body} lang={post.language} dir={directionOf(post.language)} />
      )}
      {open === 'withdraw' && <TakeBack dyad={dyad} post={post.id} close={close} />}
      {open === 'nothing' && (
        <div className="row">
          {mayEdit(post) && <Button onClick={() => setOpen('edit')}>{t('post.edit')}</Button>}
          <Button weight="quiet" onClick={() => setOpen('withdraw')}>
            {t('post.withdraw')}
          </Button>
        </div>
      )}
    </article>
  );
}

const mayEdit = ({ state }: OwnPostView): boolean => state === 'pending' || state === 'returned';

/** What became of it, and what one can do. */
const standingOf = ({ state }: OwnPostView) =>
  ({
    held: { name: 'held', what: 'own.held_what' },
    removed: { name: 'removed', what: 'own.decided_what' },
    live: { name: 'redacted', what: 'own.decided_what' },
    pending: { name: 'pending', what: 'own.returned_what' },
    returned: { name: 'returned', what: 'own.returned_what' },
    withdrawn: { name: 'withdrawn', what: 'own.decided_what' },
  })[state];

/** Why it is not published, since when, and how long that usually takes. */
function Standing({ post }: { post: OwnPostView }): ReactNode {
  const { t, i18n } = useTranslation(['forum', 'moderation']);
  const { reason, ahead, usualMinutes, writtenAt } = post;
  if (reason) {
    const { name, what } = standingOf(post);
    return (
      <div className="notice notice--caution">
        <div>
          <p>
            <strong>{t(`own.${name}`)}</strong> {t(`moderation:reason.${reason.code}`)}
            {'. '}
            <time className="soft" dateTime={reason.since} title={formatTime(i18n.language, reason.since)}>
              {formatAgo(i18n.language, reason.since)}
            </time>
            {reason.until && `, ${t('own.until', { time: formatTime(i18n.language, reason.until) })}`}
          </p>
          {reason.note && (
            <blockquote className="own-posts__note" dir="auto">
              {reason.note}
            </blockquote>
          )}
          <p className="small">{t(what)}</p>
        </div>
      </div>
    );
  }
  const waited = formatWait(i18n.language, minutesSince(writtenAt));
  return (
    <div className="notice">
      <div>
        <p>
          <strong>{t('own.pending')}</strong> {t('own.waited', { time: waited })}
        </p>
        <p className="small">
          {ahead !== null && (ahead === 0 ? t('own.next') : t('own.ahead', { count: ahead }))}{' '}
          {usualMinutes !== null && t('own.usual', { time: formatWait(i18n.language, usualMinutes) })}
        </p>
      </div>
    </div>
  );
}
