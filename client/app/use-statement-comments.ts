import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import type { StatementThread } from '../../shared/statements/comment.schema.js';
import { useStatementThreads } from '../features/statements/comments/api';
import {
  bringBeside,
  goToWords,
  useCommentMarks,
  type WordsAt,
} from '../features/statements/comments/use-comment-marks';
import {
  chosenWords,
  threadAtCaret,
  wholeText,
  type ChosenWords,
} from '../features/statements/comments/use-selected-words';
import { useTextEditors, type OpenText } from '../features/statements/text-editors';
import { useShortcuts } from '../lib/use-shortcuts';
import { useStream } from '../lib/use-stream';
import { useAnnounce } from '../ui/announcer';

/** What one does with comments on a statement's page. */
export interface CommentsAtHand {
  readonly threads: readonly StatementThread[];
  readonly wordsAt: WordsAt;
  readonly active: string | undefined;
  readonly chosen: ChosenWords | undefined;
  readonly open: (thread: string) => void;
  /** Begins to say something: about the selected words, or about a whole text. */
  readonly begin: (text?: OpenText) => void;
  readonly close: () => void;
}

const none: readonly StatementThread[] = [];

/** The threads of a statement, kept fresh, with the one that is open: its name stands in the address. */
export function useStatementComments(dyad: string, me: OwnMemberView, statement: string): CommentsAtHand {
  const { t } = useTranslation('statement-comments');
  const announce = useAnnounce();
  const editors = useTextEditors();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const [chosen, setChosen] = useState<ChosenWords>();
  const query = useStatementThreads(dyad, statement);
  const threads = query.data?.threads ?? none;
  const active = /^#comment-([0-9a-f-]{36})$/.exec(hash)?.[1];
  const wordsAt = useCommentMarks(threads, active);
  useFreshThreads(dyad, me, query);
  const go = (to: string) => void navigate({ hash: to }, { replace: true, preventScrollReset: true });
  const open = (thread: string) => {
    setChosen(undefined);
    go(`comment-${thread}`);
    const found = threads.find((one) => one.thread === thread);
    const text = editors.now().find(({ clause, side }) => clause === found?.clause && side === found.side);
    if (found && text) goToWords(text.editor, found);
  };
  const begin = (text?: OpenText) => {
    const words = chosenWords(editors) ?? (text && wholeText(text));
    if (!words) return announce(t('compose.select_first'));
    go('');
    setChosen(words);
    const at = editors.now().find(({ clause, side }) => clause === words.clause && side === words.about.side);
    if (at) bringBeside(at.editor.view.dom);
  };
  const atCaret = () => {
    const thread = threadAtCaret();
    if (thread === undefined || chosenWords(editors)) begin();
    else open(thread);
  };
  const step = (by: 1 | -1) => {
    const shown = threads.filter(({ state }) => state !== 'resolved');
    const at = shown.findIndex(({ thread }) => thread === active);
    const next = shown[(at < 0 ? (by === 1 ? 0 : shown.length - 1) : at + by + shown.length) % shown.length];
    if (next) open(next.thread);
  };
  useCommentKey(atCaret);
  useShortcuts({ comment: atCaret, next: () => step(1), previous: () => step(-1) });
  const close = () => {
    setChosen(undefined);
    go('');
    if (active) document.querySelector<HTMLElement>(`[data-comment="${active}"]`)?.focus();
  };
  return { threads, wordsAt, active, chosen, open, begin, close };
}

/** Asks again whenever the topic of the statement, or the reader's own desk, tells something. */
function useFreshThreads(dyad: string, me: OwnMemberView, query: ReturnType<typeof useStatementThreads>): void {
  const client = useQueryClient();
  const again = () => void query.refetch();
  const { topic = '', seq } = query.data ?? {};
  useStream({ dyad, stream: `topic:${topic}`, seq, onSignal: again, onEnded: again });
  useStream({
    dyad,
    stream: `member:${me.id}`,
    seq: 0,
    onSignal: () => {
      again();
      void client.invalidateQueries({ queryKey: ['own-posts', dyad] });
    },
  });
}

/** While one writes, the usual key for comments: from the words to what is said of them. */
function useCommentKey(act: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== 'KeyM') return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
