import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { ThreadBrief } from '../../../shared/forums/post.schema.js';
import { useOpenThread, useTopic } from '../../features/forum/api';
import { ChannelLine } from '../../features/forum/channel-line';
import { Composer } from '../../features/forum/composer';
import { ModeNote } from '../../features/forum/mode-note';
import { OwnPosts } from '../../features/forum/own-posts';
import { TitleText } from '../../features/forum/title-text';
import { formatAgo } from '../../lib/format';
import { useStream } from '../../lib/use-stream';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { SideMark } from '../../ui/side-mark';
import { Empty, Loading, Problem } from '../../ui/states';
import { MembersOnly } from '../gate';
import { languagesOf } from '../languages-of';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

export function Topic(): ReactNode {
  return <MembersOnly>{(dyad, me) => <TopicPage dyad={dyad} me={me} />}</MembersOnly>;
}

function TopicPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { topic: slug = '' } = useParams();
  const { t } = useTranslation('forum');
  const client = useQueryClient();
  const page = useTopic(dyad.slug, slug);
  const [following, setFollowing] = useState<number>();
  const [opening, setOpening] = useState(false);
  useTitle(page.data?.topic.title.text ?? '');
  useStream({
    dyad: dyad.slug,
    stream: `topic:${page.data?.topic.id ?? ''}`,
    seq: page.data?.seq,
    onSignal: () => void client.invalidateQueries({ queryKey: ['topic', dyad.slug, slug] }),
    onPresence: setFollowing,
  });
  if (page.error) return <Problem error={page.error} retry={() => void page.refetch()} />;
  if (!page.data) return <Loading />;
  const { topic, threads } = page.data;
  const writable = topic.mode !== 'read-only' && topic.mode !== 'frozen';
  return (
    <>
      <h1>
        <TitleText alone title={topic.title} reader={me.writesIn} />
      </h1>
      <p className="measure">
        <TitleText alone title={topic.description} reader={me.writesIn} />
      </p>
      <ChannelLine following={following} typing={false} />
      <ModeNote mode={topic.mode} reason={topic.modeReason} />
      {threads.length === 0 && <Empty title={t('thread.none')} />}
      <ul className="plain-list contents">
        {threads.map((thread) => (
          <ThreadLine key={thread.id} thread={thread} dyad={dyad} me={me} />
        ))}
      </ul>
      <OwnPosts dyad={dyad.slug} languages={languagesOf(dyad)} />
      {writable && !opening && (
        <Button weight="main" onClick={() => setOpening(true)}>
          {t('thread.open')}
        </Button>
      )}
      {writable && opening && <NewThread dyad={dyad} me={me} topic={slug} close={() => setOpening(false)} />}
    </>
  );
}

function ThreadLine({ thread, dyad, me }: { thread: ThreadBrief; dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { t, i18n } = useTranslation('forum');
  const name = useSideName(dyad);
  return (
    <li>
      <h2>
        <Link to={`/d/${dyad.slug}/threads/${thread.id}`}>
          <TitleText title={thread.title} reader={me.writesIn} />
        </Link>
      </h2>
      <p className="row small soft">
        <SideMark side={thread.author.side} label={name(thread.author.side)} />
        <bdi>{thread.author.pseudonym}</bdi>
        <span>{t('topic.posts', { count: thread.posts })}</span>
        <span>
          {t('thread.by_side', {
            sideA: name('a'),
            a: thread.postsBySide.a,
            sideB: name('b'),
            b: thread.postsBySide.b,
          })}
        </span>
        {thread.lastPostAt && <time dateTime={thread.lastPostAt}>{formatAgo(i18n.language, thread.lastPostAt)}</time>}
        {thread.closed && <span className="tag">{t('thread.closed')}</span>}
      </p>
    </li>
  );
}

function NewThread({
  dyad,
  me,
  topic,
  close,
}: {
  dyad: DyadView;
  me: OwnMemberView;
  topic: string;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation('forum');
  const [title, setTitle] = useState('');
  const open = useOpenThread(dyad.slug, topic);
  const navigate = useNavigate();
  const announce = useAnnounce();
  return (
    <section className="sheet stack">
      <h2>{t('thread.new')}</h2>
      <TextField
        label={t('thread.title')}
        value={title}
        maxLength={160}
        onChange={({ target }) => setTitle(target.value)}
        dir="auto"
      />
      <Composer
        place={`${dyad.slug}/topic/${topic}`}
        languages={languagesOf(dyad)}
        language={me.writesIn}
        label={t('thread.first_post')}
        submitLabel={t('thread.begin')}
        onCancel={close}
        send={async (written) => {
          const made = await open.mutateAsync({ title, ...written });
          close();
          if (made.state === 'pending') announce(t('composer.waiting'));
          else await navigate(`/d/${dyad.slug}/threads/${made.thread}`);
        }}
      />
    </section>
  );
}
