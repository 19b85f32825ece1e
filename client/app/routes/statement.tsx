import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { useStatement } from '../../features/statements/api';
import { ClauseCard } from '../../features/statements/clause-card';
import { SavingLine } from '../../features/statements/saving-line';
import '../../features/statements/statements.css';
import { StatementLinks } from '../../features/statements/versions/statement-links';
import { textIn } from '../../lib/format';
import { useSharedDocument } from '../../lib/use-shared-document';
import { Loading, Problem } from '../../ui/states';
import { Texts } from '../../ui/texts';
import { MembersOnly } from '../gate';
import { languagesBySide } from '../languages-by-side';
import { useCursorLabel } from '../use-cursor-label';
import { useFreshClauses } from '../use-fresh-clauses';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

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
      <SavingLine state={state} />
      <StatementLinks dyad={dyad.slug} statement={id} />
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
