import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { quotationOf } from '../../shared/forums/post.rules.js';
import type { DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import type { StatementThread } from '../../shared/statements/comment.schema.js';
import { useThread } from '../features/forum/api';
import { ChannelLine } from '../features/forum/channel-line';
import type { ComposerHandle } from '../features/forum/composer';
import { ModeNote } from '../features/forum/mode-note';
import { OwnPosts } from '../features/forum/own-posts';
import { useAnswering } from '../features/forum/use-answering';
import { Unreachable } from '../features/forum/unreachable';
import { useResolveComment } from '../features/statements/comments/api';
import { Button } from '../ui/button';
import { Loading, Problem } from '../ui/states';
import { languagesOf } from './languages-of';
import { useLiveThread } from './live-thread';
import { PostPages, Reply, type Writing } from './thread-parts';
import { usePeople } from './use-people';
import { useSideName } from './use-reader';

interface CommentThreadProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly statement: string;
  readonly thread: StatementThread;
  /** Whether the reader may comment on the statement now. */
  readonly mayWrite: boolean;
}

/** A thread beside the words it is about: the posts of the forum, as they are on its own pages. */
export function CommentThread(props: CommentThreadProps): ReactNode {
  const { dyad, me, statement, thread, mayWrite } = props;
  const { t } = useTranslation('statement-comments');
  const sideName = useSideName(dyad);
  const resolve = useResolveComment(dyad.slug, statement);
  const people = usePeople(dyad);
  const isResolved = thread.state === 'resolved';
  const mayResolve =
    mayWrite && thread.state !== 'waiting' && (me.roles.includes('drafter') || thread.author.id === me.id);
  return (
    <>
      {thread.resolved && (
        <p className="notice">
          {t('thread.resolved_by', { name: thread.resolved.by.pseudonym, side: sideName(thread.resolved.by.side) })}
        </p>
      )}
      {thread.state === 'waiting' ? (
        <OwnPosts dyad={dyad.slug} languages={languagesOf(dyad)} people={people} thread={thread.thread} />
      ) : (
        <Conversation {...props} />
      )}
      {mayResolve && (
        <p>
          <Button
            busy={resolve.isPending}
            onClick={() => resolve.mutate({ thread: thread.thread, resolved: !isResolved })}
          >
            {t(isResolved ? 'thread.reopen' : 'thread.resolve')}
          </Button>
        </p>
      )}
      {resolve.error && <Problem error={resolve.error} />}
    </>
  );
}

function Conversation({ dyad, me, thread: { thread: id, state }, mayWrite }: CommentThreadProps): ReactNode {
  const { t } = useTranslation('forum');
  const query = useThread(dyad.slug, id, '');
  const pages = query.data?.pages;
  const posts = pages?.flatMap((page) => page.posts);
  const last = pages?.at(-1);
  const composer = useRef<ComposerHandle>(null);
  const answering = useAnswering(`${dyad.slug}/thread/${id}`);
  const people = usePeople(dyad, posts);
  const goToNewest = () => void query.refetch();
  const live = useLiveThread({ dyad, me, thread: id, anchor: '', pages, goToNewest });
  if (query.error && !posts) return <Unreachable error={query.error} retry={goToNewest} />;
  if (!posts || !last) return <Loading />;
  const { mode, modeReason } = last.topic;
  const takesPosts = mode !== 'read-only' && mode !== 'frozen' && state !== 'resolved';
  const writing: Writing = {
    onReply: (post) => {
      answering.answer({ id: post.id, name: post.author.pseudonym });
      composer.current?.focus();
    },
    onQuote: ({ id: quoted }, words) => composer.current?.quote(quotationOf(quoted, words)),
  };
  const at = { marked: '', anchor: '', openAround: () => undefined, goToNewest };
  return (
    <>
      <ChannelLine following={live.following} typing={live.typing} />
      <PostPages {...{ dyad, me, query, posts, people, at }} {...(takesPosts && mayWrite && { writing })} />
      {live.waiting.length > 0 && (
        <Button weight="main" onClick={live.show}>
          {t('thread.newer', { count: live.waiting.length })}
        </Button>
      )}
      <OwnPosts dyad={dyad.slug} languages={languagesOf(dyad)} people={people} thread={id} />
      {takesPosts && mayWrite && (
        <Reply dyad={dyad} me={me} thread={last} people={people} answering={answering} composer={composer} />
      )}
      {!takesPosts && state !== 'resolved' && <ModeNote mode={mode} reason={modeReason} closed={false} />}
    </>
  );
}
