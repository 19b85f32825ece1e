import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { useStatement } from '../../features/statements/api';
import { ClauseCard } from '../../features/statements/clause-card';
import { useRatification } from '../../features/statements/ratification/api';
import { RatificationPanel } from '../../features/statements/ratification/ratification-panel';
import type { PanelProps } from '../../features/statements/ratification/panel-props';
import { ClauseReservations } from '../../features/statements/ratification/reservations';
import { IsRatified } from '../../features/statements/ratified/is-ratified';
import { SavingLine } from '../../features/statements/saving-line';
import '../../features/statements/statements.css';
import { StatementLinks } from '../../features/statements/versions/statement-links';
import { textIn } from '../../lib/format';
import { useSharedDocument } from '../../lib/use-shared-document';
import { Loading, Problem } from '../../ui/states';
import { Texts } from '../../ui/texts';
import { MembersOnly } from '../gate';
import { languagesBySide } from '../languages-by-side';
import { ProveAgain } from '../prove-again';
import { useCursorLabel } from '../use-cursor-label';
import { useFreshClauses } from '../use-fresh-clauses';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

export function Statement(): ReactNode {
  // Whoever proves again who they are has another session, and with it the document is opened anew.
  const [opened, setOpened] = useState(0);
  return (
    <MembersOnly>
      {(dyad, me) => <StatementPage key={opened} dyad={dyad} me={me} openAnew={() => setOpened(opened + 1)} />}
    </MembersOnly>
  );
}

interface PageProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly openAnew: () => void;
}

/** A joint statement while it is written: its clauses in both texts, live, with the truth about what is saved. */
function StatementPage({ dyad, me, openAnew }: PageProps): ReactNode {
  const { statement: id = '' } = useParams();
  const { t, i18n } = useTranslation('statements');
  const query = useStatement(dyad.slug, id);
  const { document, state } = useSharedDocument(id);
  const sideName = useSideName(dyad);
  const cursorLabel = useCursorLabel(sideName);
  const ratification = useRatification(dyad.slug, id).data;
  useFreshClauses(dyad.slug, id, document, useAskAgain(dyad.slug, id));
  useTitle(query.data ? textIn(query.data.title, i18n.language) : '');
  if (query.error && !query.data) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (!query.data || !document || !state.loaded) return <Loading />;
  const { title, clauses } = query.data;
  const languageOf = languagesBySide(dyad);
  const order = clauses.map((clause) => clause.id);
  const given = { dyad: dyad.slug, statement: id, clauses, me, sideName, languageOf, refusal, onSigned: openAnew };
  const panel: PanelProps | undefined = ratification && { ...given, view: ratification };
  return (
    <>
      <h1>
        <Texts texts={title} />
      </h1>
      {query.data.state === 'ratified' && <IsRatified dyad={dyad.slug} statement={id} />}
      <SavingLine state={state} />
      <StatementLinks dyad={dyad.slug} statement={id} />
      {ratification && ratification.state !== 'drafting' && (
        <p>
          <a href="#ratification">{t(`state.${ratification.state}`)}</a>
        </p>
      )}
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
            beside={panel && <ClauseReservations {...panel} clause={clause.id} />}
          />
        ))}
      </div>
      {panel && <RatificationPanel {...panel} />}
    </>
  );
}

const refusal = (error: unknown, retry: () => void): ReactNode => <ProveAgain error={error} retry={retry} />;

/** Asks all that is shown of a statement again: its clauses, and how far it is on the way to being ratified. */
function useAskAgain(dyad: string, statement: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    () => client.invalidateQueries({ queryKey: ['statement', dyad, statement] }),
    [client, dyad, statement],
  );
}
