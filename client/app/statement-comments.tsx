import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import { useOpenComment } from '../features/statements/comments/api';
import { CommentPanel } from '../features/statements/comments/comment-panel';
import { QuotedWords } from '../features/statements/comments/quoted-words';
import type { ChosenWords } from '../features/statements/comments/use-selected-words';
import { Composer } from '../features/forum/composer';
import { useAnnounce } from '../ui/announcer';
import { CommentThread } from './comment-thread';
import { languagesOf } from './languages-of';
import { usePeople } from './use-people';
import type { CommentsAtHand } from './use-statement-comments';

interface StatementCommentsProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly statement: string;
  readonly comments: CommentsAtHand;
  readonly mayWrite: boolean;
  readonly languageOf: { readonly a: string; readonly b: string };
}

/** What is said of the words one has chosen, beside the texts. */
export function StatementComments(props: StatementCommentsProps): ReactNode {
  const { dyad, me, statement, comments, mayWrite, languageOf } = props;
  const { t } = useTranslation('statement-comments');
  const thread = comments.threads.find((one) => one.thread === comments.active);
  const { chosen } = comments;
  if (chosen && mayWrite)
    return (
      <CommentPanel title={t('compose.title')} onClose={comments.close}>
        <QuotedWords quote={chosen.quote} language={languageOf[chosen.about.side]} />
        <Compose {...props} chosen={chosen} />
      </CommentPanel>
    );
  if (!thread) return null;
  return (
    <CommentPanel key={thread.thread} title={t('thread.title')} onClose={comments.close}>
      <QuotedWords
        quote={thread.quote}
        language={languageOf[thread.side]}
        gone={!comments.wordsAt.has(thread.thread)}
      />
      <CommentThread dyad={dyad} me={me} statement={statement} thread={thread} mayWrite={mayWrite} />
    </CommentPanel>
  );
}

function Compose({
  dyad,
  me,
  statement,
  comments,
  chosen,
}: StatementCommentsProps & { chosen: ChosenWords }): ReactNode {
  const { t } = useTranslation(['statement-comments', 'forum']);
  const announce = useAnnounce();
  const openComment = useOpenComment(dyad.slug, statement);
  const people = usePeople(dyad);
  return (
    <Composer
      dyad={dyad.slug}
      place={`${dyad.slug}/comment/${statement}/${chosen.clause}`}
      languages={languagesOf(dyad)}
      language={me.writesIn}
      label={t('compose.label')}
      submitLabel={t('forum:composer.send')}
      people={people}
      onCancel={comments.close}
      send={async ({ text, language, key }) => {
        const { thread, state } = await openComment.mutateAsync({
          text,
          language,
          key,
          clause: chosen.clause,
          about: chosen.about,
        });
        announce(t(state === 'pending' ? 'forum:composer.waiting' : 'forum:composer.published'));
        comments.open(thread);
      }}
    />
  );
}
