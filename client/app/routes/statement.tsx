import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { roleReaches } from '../../../shared/documents/document.rules.js';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { StatementView } from '../../../shared/statements/statement.schema.js';
import { useStatement } from '../../features/statements/api';
import { ClauseCard } from '../../features/statements/clause-card';
import { CommentList } from '../../features/statements/comments/comment-list';
import { FindBar } from '../../features/statements/find/find-bar';
import { SavingLine } from '../../features/statements/saving-line';
import { VisibilityLine } from '../../features/statements/visibility/visibility-line';
import '../../features/statements/comments/comments.css';
import '../../features/statements/statements.css';
import { TextEditors, TextEditorsProvider } from '../../features/statements/text-editors';
import type { CursorLabel } from '../../features/statements/text-extensions';
import { CallFailure } from '../../lib/api-client';
import { textIn } from '../../lib/format';
import type { SharedDocument } from '../../lib/shared-document';
import { useSharedDocument } from '../../lib/use-shared-document';
import { useStream } from '../../lib/use-stream';
import { Loading, Problem } from '../../ui/states';
import { Texts } from '../../ui/texts';
import { MembersOnly } from '../gate';
import { PublicDraftPage } from '../public-drafts';
import { StatementComments } from '../statement-comments';
import { UnderText } from '../statement-under-text';
import { useSideName } from '../use-reader';
import { useStatementComments } from '../use-statement-comments';
import { useTitle } from '../use-title';

const lookAgainMilliseconds = 600;

export function Statement(): ReactNode {
  return (
    <MembersOnly others={(dyad) => <PublicDraftPage dyad={dyad} />}>
      {(dyad, me) => <StatementPage dyad={dyad} me={me} />}
    </MembersOnly>
  );
}

/** A joint statement while it is written: its clauses in both texts, live, with the truth about what is saved. */
function StatementPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { statement: id = '' } = useParams();
  const { i18n } = useTranslation('statements');
  const query = useStatement(dyad.slug, id);
  const { document, state } = useSharedDocument(id);
  const editors = useMemo(() => new TextEditors(), []);
  const sideName = useSideName(dyad);
  useFreshClauses(dyad.slug, id, document, query);
  useTitle(query.data ? textIn(query.data.title, i18n.language) : '');
  // A draft that is not the reader's any more is not shown on, whatever was read before.
  const isGone = query.error instanceof CallFailure && query.error.code === 'request.not_found';
  if (query.error && (isGone || !query.data)) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (!query.data || !document || !state.loaded) return <Loading />;
  const { title, told } = query.data;
  const languageOf = languagesBySide(dyad);
  const mayDecide = state.role === 'write';
  return (
    <TextEditorsProvider value={editors}>
      <h1>
        <Texts texts={title} />
      </h1>
      <SavingLine state={state} />
      <VisibilityLine dyad={dyad.slug} statement={id} {...{ told, me, mayDecide, sideName }} />
      <FindBar languageOf={languageOf} />
      <Clauses {...{ dyad, me, document, languageOf }} statement={query.data} role={state.role ?? 'read'} />
    </TextEditorsProvider>
  );
}

interface ClausesProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly statement: StatementView;
  readonly document: SharedDocument;
  readonly role: StatementView['role'];
  readonly languageOf: { readonly a: string; readonly b: string };
}

/** The clauses, each with what is said of its words, and beside them the thread that is open. */
function Clauses({ dyad, me, statement, document, role, languageOf }: ClausesProps): ReactNode {
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
            under={<CommentList threads={threads.filter((one) => one.clause === clause.id)} {...listed} />}
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

/** Who writes at a cursor. The same function for as long as the page is shown: another would begin the editors anew. */
function useCursorLabel(sideName: ReturnType<typeof useSideName>): CursorLabel {
  const latest = useRef(sideName);
  useEffect(() => {
    latest.current = sideName;
  });
  return useCallback(
    ({ name = '', side }) => (side === undefined ? name : `${latest.current(side).slice(0, 1)} ${name}`),
    [],
  );
}

/** How far clauses are is asked again when something was told, and a moment after something was written. */
function useFreshClauses(
  dyad: string,
  id: string,
  document: SharedDocument | undefined,
  { data, refetch }: ReturnType<typeof useStatement>,
): void {
  const again = () => void refetch();
  useStream({ dyad, stream: `statement:${id}`, seq: data?.told, onSignal: again, onEnded: again });
  useEffect(() => {
    let timer = 0;
    const later = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void refetch(), lookAgainMilliseconds);
    };
    document?.doc.on('update', later);
    return () => {
      clearTimeout(timer);
      document?.doc.off('update', later);
    };
  }, [document, refetch]);
}

function languagesBySide({ sides }: DyadView): { a: string; b: string } {
  const of = (wanted: 'a' | 'b') => sides.find(({ side }) => side === wanted)?.language ?? 'en';
  return { a: of('a'), b: of('b') };
}
