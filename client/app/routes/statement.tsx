import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { useStatement } from '../../features/statements/api';
import { ClauseCard } from '../../features/statements/clause-card';
import { IsRatified } from '../../features/statements/ratified/is-ratified';
import { SavingLine } from '../../features/statements/saving-line';
import '../../features/statements/statements.css';
import type { CursorLabel } from '../../features/statements/text-extensions';
import { textIn } from '../../lib/format';
import type { SharedDocument } from '../../lib/shared-document';
import { useSharedDocument } from '../../lib/use-shared-document';
import { useStream } from '../../lib/use-stream';
import { Loading, Problem } from '../../ui/states';
import { Texts } from '../../ui/texts';
import { MembersOnly } from '../gate';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

const lookAgainMilliseconds = 600;

export function Statement(): ReactNode {
  return <MembersOnly>{(dyad, me) => <StatementPage dyad={dyad} me={me} />}</MembersOnly>;
}

/** A joint statement while it is written: its clauses in both texts, live, with the truth about what is saved. */
function StatementPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { statement: id = '' } = useParams();
  const { i18n } = useTranslation('statements');
  const query = useStatement(dyad.slug, id);
  const { document, state } = useSharedDocument(id);
  const sideName = useSideName(dyad);
  const cursorLabel = useCursorLabel(sideName);
  useFreshClauses(dyad.slug, id, document, query.refetch);
  useTitle(query.data ? textIn(query.data.title, i18n.language) : '');
  if (query.error && !query.data) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (!query.data || !document || !state.loaded) return <Loading />;
  const { title, clauses } = query.data;
  const languageOf = languagesBySide(dyad);
  const order = clauses.map((clause) => clause.id);
  return (
    <>
      <h1>
        <Texts texts={title} />
      </h1>
      {query.data.state === 'ratified' && <IsRatified dyad={dyad.slug} statement={id} />}
      <SavingLine state={state} />
      <div className="clauses">
        {clauses.map((clause, at) => (
          <ClauseCard
            key={clause.id}
            dyad={dyad.slug}
            statement={id}
            shared={document}
            clause={clause}
            number={at + 1}
            order={order}
            me={me}
            editable={state.role === 'write'}
            languageOf={languageOf}
            sideName={sideName}
            cursorLabel={cursorLabel}
          />
        ))}
      </div>
    </>
  );
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
  refetch: () => Promise<unknown>,
): void {
  useStream({ dyad, stream: `statement:${id}`, seq: 0, onSignal: () => void refetch() });
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
