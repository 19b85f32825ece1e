import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import type { PostView } from '../../shared/forums/post.schema.js';
import { useHoldPost } from '../features/desk/acts';
import { ReasonForm } from '../features/desk/reason-form';
import { useAskForTranslation, useRevisePost, useRevisions } from '../features/forum/api';
import { Composer, type People } from '../features/forum/composer';
import { TakeBack } from '../features/forum/take-back';
import { PostCard, translationFor } from '../features/forum/post-card';
import type { Reportable } from '../features/reports/report-form';
import { useAnnounce } from '../ui/announcer';
import { Button } from '../ui/button';
import { Loading, Problem } from '../ui/states';
import { languagesOf } from './languages-of';
import { useSideName } from './use-reader';

interface ThreadPostProps {
  readonly post: PostView;
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly marked: boolean;
  /** The posts of the page. */
  readonly posts: readonly PostView[];
  readonly people: People;
  readonly onReply?: (post: PostView) => void;
  readonly onQuote?: (post: PostView, words: string) => void;
}

type Open = 'nothing' | 'edit' | 'withdraw' | 'hold' | 'report';

const ReportForm = lazy(async () => ({ default: (await import('../features/reports/report-form')).ReportForm }));

/** A post in its thread, with what its author, its readers and moderators can do. */
export function ThreadPost({ post, dyad, me, marked, posts, people, onReply, onQuote }: ThreadPostProps): ReactNode {
  const { t } = useTranslation('forum');
  const sideName = useSideName(dyad);
  const announce = useAnnounce();
  const ask = useAskForTranslation(dyad.slug);
  const [open, setOpen] = useState<Open>('nothing');
  const close = () => setOpen('nothing');
  const moderates = me.roles.includes('moderator');
  const navigate = useNavigate();
  const others = languagesOf(dyad).filter((language) => language !== post.language);
  const target = others.find((language) => language === me.writesIn) ?? others[0] ?? '';
  if (open === 'edit') return <EditPost post={post} dyad={dyad} people={people} close={close} />;
  return (
    <>
      <PostCard
        post={post}
        dyad={dyad.slug}
        me={me}
        marked={marked}
        find={(id) => posts.find((one) => one.id === id)}
        sideName={sideName}
        {...(onReply && { onReply, onEdit: () => setOpen('edit') })}
        {...(onQuote && { onQuote })}
        {...(moderates && { onHold: () => setOpen('hold') })}
        onTranslate={() => void navigate(`/d/${dyad.slug}/posts/${post.id}/translations/${target}`)}
        onWithdraw={() => setOpen('withdraw')}
        onReport={() => setOpen('report')}
        onAsk={({ id }, language) => ask.mutate({ post: id, language }, { onSuccess: () => announce(t('text.asked')) })}
      />
      {ask.error && <Problem error={ask.error} />}
      {open === 'withdraw' && (
        <TakeBack dyad={dyad.slug} post={post.id} close={close} done={() => announce(t('post.withdrawn'))} />
      )}
      {open === 'hold' && <HoldPost post={post} dyad={dyad} people={people} close={close} />}
      {open === 'report' && (
        <Suspense fallback={<Loading />}>
          <ReportPost post={post} dyad={dyad.slug} me={me} close={close} />
        </Suspense>
      )}
    </>
  );
}

interface ReportPostProps extends Pick<ThreadPostProps, 'post' | 'me'> {
  readonly dyad: string;
  readonly close: () => void;
}

/** What of a post somebody may report: the words and the names of others, and the translation that is shown of anybody's. */
function ReportPost({ post, dyad, me, close }: ReportPostProps): ReactNode {
  const translation = translationFor(post, me);
  const all: Reportable[] = [
    ...(post.author.id === me.id ? [] : [{ kind: 'post' as const, content: post.id }]),
    ...(post.author.id === me.id ? [] : [{ kind: 'name' as const, content: post.author.id }]),
    ...(translation ? [{ kind: 'translation' as const, content: translation.id }] : []),
  ];
  const [first, ...beside] = all;
  return first && <ReportForm dyad={dyad} {...first} beside={beside} close={close} />;
}

interface ToolProps {
  readonly post: PostView;
  readonly dyad: DyadView;
  readonly people: People;
  readonly close: () => void;
}

function EditPost({ post, dyad, people, close }: ToolProps): ReactNode {
  const { t } = useTranslation('forum');
  const revisions = useRevisions(dyad.slug, post.id);
  const revise = useRevisePost(dyad.slug);
  const announce = useAnnounce();
  if (revisions.error) return <Problem error={revisions.error} />;
  if (!revisions.data) return <Loading />;
  return (
    <Composer
      dyad={dyad.slug}
      people={people}
      place={`${dyad.slug}/revision/${post.id}`}
      languages={languagesOf(dyad)}
      language={post.language}
      label={t('post.edit')}
      submitLabel={t('post.save')}
      initial={revisions.data[0]?.source ?? ''}
      onCancel={close}
      send={async ({ text, language, staysInside }) => {
        const revised = await revise.mutateAsync({
          post: post.id,
          text,
          language,
          staysInside,
          revision: post.revision,
        });
        if (revised.state === 'pending') announce(t('composer.waiting'));
        close();
      }}
    />
  );
}

function HoldPost({ post, dyad, close }: ToolProps): ReactNode {
  const { t } = useTranslation('moderation');
  const hold = useHoldPost(dyad.slug);
  return (
    <section className="sheet stack">
      <ReasonForm
        place={`${dyad.slug}/hold/${post.id}`}
        language={post.language}
        label={t('desk.author_note')}
        hint={t('desk.hold_hint')}
        submit={t('desk.hold')}
        error={hold.error}
        busy={hold.isPending}
        optional
        send={(reason, note, sent) =>
          hold.mutate(
            { post: post.id, reason, note },
            {
              onSuccess: () => {
                sent();
                close();
              },
            },
          )
        }
      />
      {hold.error && <Problem error={hold.error} />}
      <Button onClick={close}>{t('desk.cancel')}</Button>
    </section>
  );
}
