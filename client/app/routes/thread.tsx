import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { whatKeepsQuiet } from '../../../shared/access/restriction.js';
import { quotationOf } from '../../../shared/forums/post.rules.js';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { ThreadView } from '../../../shared/forums/post.schema.js';
import { useThread } from '../../features/forum/api';
import { ChannelLine } from '../../features/forum/channel-line';
import type { ComposerHandle } from '../../features/forum/composer';
import { ModeNote } from '../../features/forum/mode-note';
import { OwnPosts } from '../../features/forum/own-posts';
import { useAnswering } from '../../features/forum/use-answering';
import { OriginalTitle, TitleText, WhyNoTitle } from '../../features/forum/title-text';
import { Unreachable } from '../../features/forum/unreachable';
import { CallFailure } from '../../lib/api-client';
import { Button } from '../../ui/button';
import { Loading } from '../../ui/states';
import { MembersOnly } from '../gate';
import { languagesOf } from '../languages-of';
import { useLiveThread } from '../live-thread';
import { QuietNote } from '../quiet-note';
import { PostPages, Reply, type Writing } from '../thread-parts';
import { useAnchor, useFollowedLink } from '../use-linked-post';
import { usePeople } from '../use-people';
import { useRecipients } from '../use-recipients';
import { useTitle } from '../use-title';
import { WithExplainedWords } from '../with-explained-words';

export function Thread(): ReactNode {
  const { thread = '' } = useParams();
  return <MembersOnly>{(dyad, me) => <ThreadPage key={thread} dyad={dyad} me={me} id={thread} />}</MembersOnly>;
}

interface BesideWordsProps {
  readonly dyad: string;
  readonly place: NonNullable<ThreadView['topic']['place']>;
  readonly thread: string;
}

/** What is said of the words of a statement is read beside them. */
function BesideWords({ dyad, place, thread }: BesideWordsProps): ReactNode {
  return <Navigate replace to={`/d/${dyad}/${place.kind}s/${place.id}#comment-${thread}`} />;
}

interface PageProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly id: string;
}

function ThreadPage({ dyad, me, id }: PageProps): ReactNode {
  const at = useAnchor();
  const query = useThread(dyad.slug, id, at.anchor);
  const posts = query.data?.pages.flatMap((page) => page.posts);
  const last = query.data?.pages.at(-1);
  const { goToNewest } = at;
  const composer = useRef<ComposerHandle>(null);
  const answering = useAnswering(`${dyad.slug}/thread/${id}`);
  const people = { ...usePeople(dyad, posts), recipients: useRecipients(dyad.slug) };
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
  const { place } = last.topic;
  if (place) return <BesideWords dyad={dyad.slug} place={place} thread={id} />;
  const writable = takesPosts(last) && whatKeepsQuiet(me.restriction) === undefined;
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
      <WithExplainedWords dyad={dyad.slug}>
        <PostPages
          dyad={dyad}
          me={me}
          query={query}
          posts={posts}
          people={people}
          at={at}
          {...(writable && { writing })}
        />
        <Newer count={live.waiting.length} show={live.show} />
        <OwnPosts dyad={dyad.slug} languages={languagesOf(dyad)} people={people} thread={id} />
      </WithExplainedWords>
      {writable ? (
        <Reply dyad={dyad} me={me} thread={last} people={people} answering={answering} composer={composer} />
      ) : (
        <WhyNot me={me} page={last} />
      )}
    </div>
  );
}

/** Posts that came while one was reading jump in only when one says so. */
function Newer({ count, show }: { count: number; show: () => void }): ReactNode {
  const { t } = useTranslation('forum');
  if (count === 0) return null;
  return (
    <div className="newer">
      <Button weight="main" onClick={show}>
        {t('thread.newer', { count })}
      </Button>
    </div>
  );
}

const takesPosts = ({ topic: { mode }, thread: { closed } }: ThreadView): boolean =>
  mode !== 'read-only' && mode !== 'frozen' && !closed;

/** Why the reader does not write here at present: what moderators decided about them, or how it is for everybody. */
function WhyNot({ me, page }: { me: OwnMemberView; page: ThreadView }): ReactNode {
  if (takesPosts(page)) return <QuietNote me={me} />;
  return <ModeNote mode={page.topic.mode} reason={page.topic.modeReason} closed={page.thread.closed} />;
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
      <WhyNoTitle whyNone={thread.titleWhyNone[me.writesIn]} />
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
