import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatementThread } from '../../../../shared/statements/comment.schema.js';
import { directionOf } from '../../../../shared/language/language.js';
import { Button } from '../../../ui/button';
import { SideMark } from '../../../ui/side-mark';
import type { WordsAt } from './use-comment-marks';

interface CommentListProps {
  readonly threads: readonly StatementThread[];
  readonly wordsAt: WordsAt;
  readonly active: string | undefined;
  readonly languageOf: { readonly a: string; readonly b: string };
  readonly sideName: (side: 'a' | 'b' | 'neutral') => string;
  readonly onOpen: (thread: string) => void;
}

/** The threads of one clause in the order of their words; what is settled is folded away. */
export function CommentList({ threads, ...props }: CommentListProps): ReactNode {
  const { t } = useTranslation('statement-comments');
  const ordered = threads.toSorted((one, other) => placeIn(props.wordsAt, one) - placeIn(props.wordsAt, other));
  const settled = ordered.filter(({ state }) => state === 'resolved');
  const open = ordered.filter(({ state }) => state !== 'resolved');
  if (threads.length === 0) return null;
  return (
    <section className="comments">
      <h3 className="comments__title">{t('list.title', { count: open.length })}</h3>
      <Lines threads={open} {...props} />
      {settled.length > 0 && (
        <details>
          <summary>{t('list.resolved', { count: settled.length })}</summary>
          <Lines threads={settled} {...props} />
        </details>
      )}
    </section>
  );
}

const placeIn = (wordsAt: WordsAt, { thread }: StatementThread): number => wordsAt.get(thread) ?? Infinity;

function Lines({ threads, wordsAt, active, languageOf, sideName, onOpen }: CommentListProps): ReactNode {
  const { t } = useTranslation('statement-comments');
  return (
    <ul className="plain-list">
      {threads.map(({ thread, side, quote, author, posts, state }) => (
        <li key={thread} className="comments__line">
          <Button
            weight="quiet"
            data-comment={thread}
            aria-current={thread === active ? 'true' : undefined}
            onClick={() => onOpen(thread)}
          >
            <SideMark side={author.side} label={sideName(author.side)} />
            <bdi>{author.pseudonym}</bdi>
            <q lang={languageOf[side]} dir={directionOf(languageOf[side])} className="comments__quote">
              {quote}
            </q>
          </Button>
          <span className="small soft">
            {state === 'waiting' ? t('list.waiting') : t('list.posts', { count: posts })}
            {!wordsAt.has(thread) && ` · ${t('list.words_gone')}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
