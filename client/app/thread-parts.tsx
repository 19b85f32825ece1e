import type { ComponentProps, ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import type { PostView, ThreadView } from '../../shared/forums/post.schema.js';
import { useWritePost, type useThread } from '../features/forum/api';
import { Composer, type ComposerHandle, type People } from '../features/forum/composer';
import type { Answering } from '../features/forum/use-answering';
import { liveChannel } from '../lib/live-channel';
import { useAnnounce } from '../ui/announcer';
import { Button } from '../ui/button';
import { Problem } from '../ui/states';
import { languagesOf } from './languages-of';
import { ThreadPost } from './thread-post';
import type { Anchor } from './use-linked-post';

export type Writing = Required<Pick<ComponentProps<typeof ThreadPost>, 'onReply' | 'onQuote'>>;

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
export function PostPages({ dyad, me, query, posts, people, at, writing }: PagesProps): ReactNode {
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

interface ReplyProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly thread: ThreadView;
  readonly people: People;
  readonly answering: Answering;
  readonly composer: Ref<ComposerHandle>;
}

export function Reply({ dyad, me, thread, people, answering, composer }: ReplyProps): ReactNode {
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
