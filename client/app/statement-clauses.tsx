import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { roleReaches } from '../../shared/documents/document.rules.js';
import type { DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import type { StatementView } from '../../shared/statements/statement.schema.js';
import { ClauseCard } from '../features/statements/clause-card';
import { CommentList } from '../features/statements/comments/comment-list';
import '../features/statements/comments/comments.css';
import type { PanelProps } from '../features/statements/ratification/panel-props';
import { ClauseReservations } from '../features/statements/ratification/reservations';
import type { SharedDocument } from '../lib/shared-document';
import { StatementComments } from './statement-comments';
import { UnderText } from './statement-under-text';
import { useCursorLabel } from './use-cursor-label';
import { useSideName } from './use-reader';
import { useStatementComments } from './use-statement-comments';

interface StatementClausesProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly statement: StatementView;
  readonly document: SharedDocument;
  readonly role: StatementView['role'];
  readonly languageOf: { readonly a: string; readonly b: string };
  /** The way to being ratified, once it is known: reservations stand beside their clauses. */
  readonly panel: PanelProps | undefined;
}

/** The clauses, each with what is said of its words, and beside them the thread that is open. */
export function StatementClauses({
  dyad,
  me,
  statement,
  document,
  role,
  languageOf,
  panel,
}: StatementClausesProps): ReactNode {
  const { t } = useTranslation('statement-comments');
  const { id, clauses } = statement;
  const sideName = useSideName(dyad);
  const cursorLabel = useCursorLabel(sideName);
  const comments = useStatementComments(dyad.slug, me, id);
  const { threads, wordsAt, active, open } = comments;
  const mayWrite = roleReaches(role, 'comment');
  const order = clauses.map((clause) => clause.id);
  const lost = threads.filter(({ clause }) => !order.includes(clause));
  const listed = { wordsAt, active, languageOf, sideName, onOpen: open };
  const isBeside = (comments.chosen && mayWrite) || threads.some(({ thread }) => thread === active);
  return (
    <div className={isBeside ? 'statement-body statement-body--beside' : 'statement-body'}>
      <div className="clauses" ref={useMarkClicks(open)}>
        {clauses.map((clause, at) => (
          <ClauseCard
            key={clause.id}
            dyad={dyad.slug}
            statement={id}
            shared={document}
            number={at + 1}
            editable={role === 'write'}
            {...{ clause, order, me, languageOf, sideName, cursorLabel }}
            under={
              <>
                {panel && <ClauseReservations {...panel} clause={clause.id} />}
                <CommentList threads={threads.filter((one) => one.clause === clause.id)} {...listed} />
              </>
            }
            underText={(_, side) => (
              <UnderText
                {...{ clause, side, languageOf, mayWrite }}
                dyad={dyad.slug}
                statement={id}
                role={role}
                begin={comments.begin}
              />
            )}
          />
        ))}
        {lost.length > 0 && (
          <section className="sheet">
            <h2>{t('list.lost')}</h2>
            <CommentList threads={lost} {...listed} />
          </section>
        )}
      </div>
      <StatementComments {...{ dyad, me, comments, mayWrite, languageOf }} statement={id} />
    </div>
  );
}

/** Pressing on marked words opens what is said of them; the keyboard goes there by the list, or by its key. */
function useMarkClicks(open: (thread: string) => void): (element: HTMLElement | null) => (() => void) | undefined {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  return useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const press = ({ target }: MouseEvent): void => {
      const mark = target instanceof Element ? target.closest<HTMLElement>('[data-thread]') : null;
      if (mark?.dataset['thread'] && getSelection()?.isCollapsed !== false) latest.current(mark.dataset['thread']);
    };
    element.addEventListener('click', press);
    return () => element.removeEventListener('click', press);
  }, []);
}
