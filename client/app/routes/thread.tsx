import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Signal } from '../../../shared/contract/signals.js';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { PostView, ThreadView } from '../../../shared/forums/post.schema.js';
import { useOwnPosts, useTakePost, useThread, useWritePost } from '../../features/forum/api';
import { ChannelLine } from '../../features/forum/channel-line';
import { Composer } from '../../features/forum/composer';
import { OwnPosts } from '../../features/forum/own-posts';
import { TitleText } from '../../features/forum/title-text';
import { liveChannel } from '../../lib/live-channel';
import { useStream } from '../../lib/use-stream';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';
import { MembersOnly } from '../gate';
import { ThreadPost } from '../thread-post';
import { languagesOf } from '../languages-of';
import { useTitle } from '../use-title';

export function Thread(): ReactNode {
  return <MembersOnly>{(dyad, me) => <ThreadPage dyad={dyad} me={me} />}</MembersOnly>;
}

function ThreadPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { thread: id = '' } = useParams();
  const { t } = useTranslation('forum');
  const query = useThread(dyad.slug, id);
  const last = query.data?.pages.at(-1);
  const [replyTo, setReplyTo] = useState<PostView>();
  useTitle(last?.thread.title.text ?? '');
  const live = useLiveThread(dyad, me, id, last);
  if (query.error) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (!query.data || !last) return <Loading />;
  const posts = query.data.pages.flatMap((page) => page.posts);
  const { topic, thread } = last;
  const writable = topic.mode !== 'read-only' && topic.mode !== 'frozen' && !thread.closed;
  return (
    <>
      <p>
        <Link to={`/d/${dyad.slug}/topics/${topic.slug}`}>
          <TitleText alone title={topic.title} reader={me.writesIn} />
        </Link>
      </p>
      <h1>
        <TitleText title={thread.title} reader={me.writesIn} />
      </h1>
      <ChannelLine following={live.following} typing={live.typing} />
      <div className="posts">
        {query.hasPreviousPage && (
          <Button busy={query.isFetchingPreviousPage} onClick={() => void query.fetchPreviousPage()}>
            {t('thread.earlier')}
          </Button>
        )}
        {posts.map((post) => (
          <ThreadPost key={post.id} post={post} dyad={dyad} me={me} {...(writable && { onReply: setReplyTo })} />
        ))}
      </div>
      {live.waiting.length > 0 && (
        <div className="newer">
          <Button weight="main" onClick={live.show}>
            {t('thread.newer', { count: live.waiting.length })}
          </Button>
        </div>
      )}
      <OwnPosts dyad={dyad.slug} languages={languagesOf(dyad)} thread={id} />
      {writable ? (
        <Reply dyad={dyad} me={me} thread={last} replyTo={replyTo} clear={() => setReplyTo(undefined)} />
      ) : (
        <p className="notice">{t(`mode.${topic.mode}.what`)}</p>
      )}
    </>
  );
}

/**
 * Follows the thread's topic. New posts of others are offered, not inserted, so that nothing moves under the reader;
 * one's own appears at once, and changes of what is shown happen in place.
 */
function useLiveThread(dyad: DyadView, me: OwnMemberView, thread: string, page: ThreadView | undefined) {
  const client = useQueryClient();
  const takePost = useTakePost(dyad.slug, thread);
  const ownPosts = useOwnPosts(dyad.slug);
  const [waiting, setWaiting] = useState<PostView[]>([]);
  const [following, setFollowing] = useState<number>();
  const [typing, setTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hear = ({ kind, about, view }: Signal) => {
    if (about['thread'] !== thread || !view) return;
    const post = view as PostView;
    const isNew = kind === 'post.published' && !page?.posts.some((one) => one.id === post.id);
    if (!isNew) takePost(post);
    else if (post.author.id === me.id) takePost(post);
    else setWaiting((posts) => [...posts.filter((one) => one.id !== post.id), post]);
    if (post.author.id === me.id) void ownPosts.refetch();
  };
  useStream({
    dyad: dyad.slug,
    stream: `topic:${page?.topic.id ?? ''}`,
    seq: page?.seq,
    onSignal: hear,
    onPresence: setFollowing,
    onTyping: () => {
      setTyping(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setTyping(false), 5000);
    },
    onEnded: () => void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === dyad.slug }),
  });
  useStream({ dyad: dyad.slug, stream: `member:${me.id}`, seq: 0, onSignal: () => void ownPosts.refetch() });
  const show = () => {
    for (const post of waiting) takePost(post);
    setWaiting([]);
  };
  return { waiting, show, following, typing };
}

interface ReplyProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly thread: ThreadView;
  readonly replyTo: PostView | undefined;
  readonly clear: () => void;
}

function Reply({ dyad, me, thread, replyTo, clear }: ReplyProps): ReactNode {
  const { t } = useTranslation('forum');
  const announce = useAnnounce();
  const { id } = thread.thread;
  const write = useWritePost(dyad.slug, id);
  const stream = `topic:${thread.topic.id}`;
  return (
    <section aria-label={t('composer.title')}>
      {replyTo && (
        <p className="notice">
          {t('composer.replying', { name: replyTo.author.pseudonym })}{' '}
          <Button weight="quiet" onClick={clear}>
            {t('composer.no_reply')}
          </Button>
        </p>
      )}
      <Composer
        place={`${dyad.slug}/thread/${id}`}
        languages={languagesOf(dyad)}
        language={me.writesIn}
        label={t('composer.label')}
        submitLabel={t('composer.send')}
        hint={t(`mode.${thread.topic.mode}.hint`)}
        onTyping={() => liveChannel.showTyping(dyad.slug, stream)}
        send={async (written) => {
          const { state } = await write.mutateAsync({ ...written, replyTo: replyTo?.id ?? null });
          clear();
          announce(state === 'pending' ? t('composer.waiting') : t('composer.published'));
        }}
      />
    </section>
  );
}
