import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { whatKeepsQuiet } from '../../../shared/access/restriction.js';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { titleMaximum } from '../../../shared/forums/post.rules.js';
import { useOpenThread, useTopic } from '../../features/forum/api';
import { ChannelLine } from '../../features/forum/channel-line';
import { Composer } from '../../features/forum/composer';
import { ModeNote } from '../../features/forum/mode-note';
import { OwnPosts } from '../../features/forum/own-posts';
import { ThreadLine } from '../../features/forum/thread-line';
import { TitleText } from '../../features/forum/title-text';
import { Unreachable } from '../../features/forum/unreachable';
import { drafts } from '../../lib/drafts';
import { useStream } from '../../lib/use-stream';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Empty, Loading, useFieldSentence } from '../../ui/states';
import { MembersOnly } from '../gate';
import { languagesOf } from '../languages-of';
import { QuietNote } from '../quiet-note';
import { usePeople } from '../use-people';
import { useRecipients } from '../use-recipients';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

export function Topic(): ReactNode {
  return <MembersOnly>{(dyad, me) => <TopicPage dyad={dyad} me={me} />}</MembersOnly>;
}

/** A topic as a table of contents: what it is about, how one writes here, its threads, and what of one's own waits. */
function TopicPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { topic: slug = '' } = useParams();
  const { t } = useTranslation('forum');
  const client = useQueryClient();
  const query = useTopic(dyad.slug, slug);
  const [following, setFollowing] = useState<number>();
  const people = { ...usePeople(dyad), recipients: useRecipients(dyad.slug) };
  const name = useSideName(dyad);
  const first = query.data?.pages[0];
  useTitle(first?.topic.title.text ?? '');
  useStream({
    dyad: dyad.slug,
    stream: `topic:${first?.topic.id ?? ''}`,
    seq: first?.seq,
    onSignal: () => void client.invalidateQueries({ queryKey: ['topic', dyad.slug, slug] }),
    onPresence: setFollowing,
  });
  if (query.error && !first) return <Unreachable error={query.error} retry={() => void query.refetch()} />;
  if (!query.data || !first) return <Loading />;
  const { topic } = first;
  const threads = query.data.pages.flatMap((page) => page.threads);
  const isQuiet = whatKeepsQuiet(me.restriction) !== undefined;
  const writable = topic.mode !== 'read-only' && topic.mode !== 'frozen';
  return (
    <div className="parts">
      <header className="page-head">
        <h1>
          <TitleText title={topic.title} reader={me.writesIn} />
        </h1>
        <p className="measure">
          <TitleText title={topic.description} reader={me.writesIn} />
        </p>
        <ChannelLine following={following} typing={false} />
      </header>
      <ModeNote mode={topic.mode} reason={topic.modeReason} />
      <section>
        <h2>{t('thread.list')}</h2>
        {threads.length === 0 && <Empty title={t('thread.none')} />}
        <ul className="plain-list contents">
          {threads.map((thread) => (
            <ThreadLine key={thread.id} thread={thread} dyad={dyad.slug} reader={me.writesIn} sideName={name} />
          ))}
        </ul>
        {query.hasNextPage && (
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('thread.older')}
          </Button>
        )}
      </section>
      {writable && (isQuiet ? <QuietNote me={me} /> : <NewThread dyad={dyad} me={me} topic={slug} />)}
      <OwnPosts dyad={dyad.slug} languages={languagesOf(dyad)} people={people} topic={slug} />
    </div>
  );
}

/** A button that becomes a form; what was begun before is there again. */
function NewThread({ dyad, me, topic }: { dyad: DyadView; me: OwnMemberView; topic: string }): ReactNode {
  const { t } = useTranslation('forum');
  const place = `${dyad.slug}/topic/${topic}`;
  const [opening, setOpening] = useState(() => drafts.read(place) !== '' || drafts.read(`${place}/title`) !== '');
  const [title, setTitle] = useState(() => drafts.read(`${place}/title`));
  const people = { ...usePeople(dyad), recipients: useRecipients(dyad.slug) };
  const open = useOpenThread(dyad.slug, topic);
  const titleProblem = useFieldSentence(open.error)('title');
  const navigate = useNavigate();
  const announce = useAnnounce();
  const writeTitle = (next: string) => {
    setTitle(next);
    drafts.keep(`${place}/title`, next);
  };
  if (!opening)
    return (
      <p>
        <Button weight="main" onClick={() => setOpening(true)}>
          {t('thread.open')}
        </Button>
      </p>
    );
  return (
    <section className="sheet stack">
      <h2>{t('thread.new')}</h2>
      <TextField
        label={t('thread.title')}
        value={title}
        maxLength={titleMaximum}
        error={titleProblem}
        onChange={({ target }) => writeTitle(target.value)}
        dir="auto"
      />
      <Composer
        dyad={dyad.slug}
        place={place}
        languages={languagesOf(dyad)}
        language={me.writesIn}
        label={t('thread.first_post')}
        submitLabel={t('thread.begin')}
        people={people}
        onCancel={() => setOpening(false)}
        send={async (written) => {
          const made = await open.mutateAsync({ title, ...written });
          writeTitle('');
          setOpening(false);
          if (made.state === 'pending') announce(t('composer.waiting'));
          else await navigate(`/d/${dyad.slug}/threads/${made.thread}`);
        }}
      />
    </section>
  );
}
