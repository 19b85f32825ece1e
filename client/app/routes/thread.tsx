import { useRef, type ComponentProps, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { quotationOf } from '../../../shared/forums/post.rules.js';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { PostView, ThreadView } from '../../../shared/forums/post.schema.js';
import { useThread, useWritePost } from '../../features/forum/api';
import { ChannelLine } from '../../features/forum/channel-line';
import { Composer, type ComposerHandle, type People } from '../../features/forum/composer';
import { ModeNote } from '../../features/forum/mode-note';
import { OwnPosts } from '../../features/forum/own-posts';
import { useAnswering, type Answering } from '../../features/forum/use-answering';
import { OriginalTitle, TitleText } from '../../features/forum/title-text';
import { Unreachable } from '../../features/forum/unreachable';
import { CallFailure } from '../../lib/api-client';
import { liveChannel } from '../../lib/live-channel';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';
import { MembersOnly } from '../gate';
import { languagesOf } from '../languages-of';
import { useLiveThread } from '../live-thread';
import { ThreadPost } from '../thread-post';
import { useAnchor, useFollowedLink, type Anchor } from '../use-linked-post';
import { usePeople } from '../use-people';
import { useTitle } from '../use-title';

export function Thread(): ReactNode {
  const { thread = '' } = useParams();
  return <MembersOnly>{(dyad, me) => <ThreadPage key={thread} dyad={dyad} me={me} id={thread} />}</MembersOnly>;
}

interface PageProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly id: string;
}

function ThreadPage({ dyad, me, id }: PageProps): ReactNode {
  const { t } = useTranslation('forum');
  const at = useAnchor();
  const query = useThread(dyad.slug, id, at.anchor);
  const posts = query.data?.pages.flatMap((page) => page.posts);
  const last = query.data?.pages.at(-1);
  const { goToNewest } = at;
  const composer = useRef<ComposerHandle>(null);
  const answering = useAnswering(`${dyad.slug}/thread/${id}`);
  const people = usePeople(dyad, posts);
  useTitle(last?.thread.title.text ?? '');
  useFollowedLink(
    at,
    posts?.map((post) => post.id),
  );
  const live = useLiveThread({ dyad, me, thread: id, anchor: at.anchor, pages: query.data?.pages, goToNewest });
  if (query.error instanceof CallFailure && query.error.code === 'post.not_found')
    return <GonePost goToNewest={goToNewest} />;
  if (query.error && !posts) return <Unreachable error={query.error} retry={() => void query.refetch()} />;
  if (!posts || !last) return <Loading />;
  const { mode } = last.topic;
  const writable = mode !== 'read-only' && mode !== 'frozen' && !last.thread.closed;
  const writing: Writing = {
    onReply: (post) => {
      answering.answer({ id: post.id, name: post.author.pseudonym });
      composer.current?.focus();
    },
    onQuote: ({ id: quoted }, words) => composer.current?.quote(quotationOf(quoted, words)),
  };
  return (
    <div className="parts">
      <Head dyad={dyad} me={me} page={last}>
        <ChannelLine following={live.following} typing={live.typing} />
      </Head>
      <PostPages
        dyad={dyad}
        me={me}
        query={query}
        posts={posts}
        people={people}
        at={at}
        {...(writable && { writing })}
      />
      {live.waiting.length > 0 && (
        <div className="newer">
          <Button weight="main" onClick={live.show}>
            {t('thread.newer', { count: live.waiting.length })}
          </Button>
        </div>
      )}
      <OwnPosts dyad={dyad.slug} languages={languagesOf(dyad)} people={people} thread={id} />
      {writable ? (
        <Reply dyad={dyad} me={me} thread={last} people={people} answering={answering} composer={composer} />
      ) : (
        <ModeNote mode={mode} reason={last.topic.modeReason} closed={last.thread.closed} />
      )}
    </div>
  );
}

type Writing = Required<Pick<ComponentProps<typeof ThreadPost>, 'onReply' | 'onQuote'>>;

interface PagesProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly query: ReturnType<typeof useThread>;
  readonly posts: readonly PostView[];
  readonly people: People;
  readonly at: Anchor;
  /** Absent where nobody can write. */
  readonly writing?: Writing;
}

/** The posts in their order, with ways to what is before and after them. */
function PostPages({ dyad, me, query, posts, people, at, writing }: PagesProps): ReactNode {
  const { t } = useTranslation('forum');
  return (
    <div className="posts">
      {query.hasPreviousPage && (
        <Button busy={query.isFetchingPreviousPage} onClick={() => void query.fetchPreviousPage()}>
          {t('thread.earlier')}
        </Button>
      )}
      {posts.map((post) => (
        <ThreadPost
          key={post.id}
          post={post}
          dyad={dyad}
          me={me}
          marked={at.marked === post.id}
          posts={posts}
          people={people}
          {...writing}
        />
      ))}
      {query.error && <Problem error={query.error} />}
      {query.hasNextPage && (
        <p className="row">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('thread.later')}
          </Button>
          <Button weight="quiet" onClick={at.goToNewest}>
            {t('thread.newest')}
          </Button>
        </p>
      )}
    </div>
  );
}

function Head({
  dyad,
  me,
  page,
  children,
}: {
  dyad: DyadView;
  me: OwnMemberView;
  page: ThreadView;
  children: ReactNode;
}) {
  const { topic, thread } = page;
  return (
    <header className="page-head">
      <p>
        <Link to={`/d/${dyad.slug}/topics/${topic.slug}`} className="target-link">
          <TitleText title={topic.title} reader={me.writesIn} />
        </Link>
      </p>
      <h1>
        <TitleText title={thread.title} reader={me.writesIn} />
      </h1>
      <OriginalTitle title={thread.title} reader={me.writesIn} />
      {children}
    </header>
  );
}

/** The address names a post that is not before readers of this thread. */
function GonePost({ goToNewest }: { goToNewest: () => void }): ReactNode {
  const { t } = useTranslation('forum');
  return (
    <div className="notice measure">
      <div>
        <h1>{t('thread.list')}</h1>
        <p>{t('thread.post_gone')}</p>
        <Button onClick={goToNewest}>{t('thread.newest')}</Button>
      </div>
    </div>
  );
}

interface ReplyProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly thread: ThreadView;
  readonly people: People;
  readonly answering: Answering;
  readonly composer: Ref<ComposerHandle>;
}

function Reply({ dyad, me, thread, people, answering, composer }: ReplyProps): ReactNode {
  const { t } = useTranslation('forum');
  const announce = useAnnounce();
  const { id } = thread.thread;
  const write = useWritePost(dyad.slug, id);
  const stream = `topic:${thread.topic.id}`;
  const { answered, answer } = answering;
  return (
    <section className="stack">
      <h2>{t('composer.title')}</h2>
      {answered && (
        <div className="notice">
          <p>
            {t('composer.replying', { name: answered.name })}{' '}
            <Button weight="quiet" onClick={() => answer(undefined)}>
              {t('composer.no_reply')}
            </Button>
          </p>
        </div>
      )}
      <Composer
        ref={composer}
        dyad={dyad.slug}
        place={`${dyad.slug}/thread/${id}`}
        languages={languagesOf(dyad)}
        language={me.writesIn}
        label={t('composer.label')}
        submitLabel={t('composer.send')}
        hint={t(`mode.${thread.topic.mode}.hint`)}
        people={people}
        onTyping={() => liveChannel.showTyping(dyad.slug, stream)}
        send={async (written) => {
          const { state } = await write.mutateAsync({ ...written, replyTo: answered?.id ?? null });
          answer(undefined);
          announce(state === 'pending' ? t('composer.waiting') : t('composer.published'));
        }}
      />
    </section>
  );
}
