import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { useStatement } from '../../features/statements/api';
import { CitingProvider } from '../../features/statements/citations/citing';
import { FindBar } from '../../features/statements/find/find-bar';
import { useRatification } from '../../features/statements/ratification/api';
import type { PanelProps } from '../../features/statements/ratification/panel-props';
import { RatificationPanel } from '../../features/statements/ratification/ratification-panel';
import { IsRatified } from '../../features/statements/ratified/is-ratified';
import { SavingLine } from '../../features/statements/saving-line';
import '../../features/statements/statements.css';
import { TextEditors, TextEditorsProvider } from '../../features/statements/text-editors';
import { StatementLinks } from '../../features/statements/versions/statement-links';
import { WithheldNote } from '../../features/statements/visibility/withheld-note';
import { ClosedStatement } from '../../features/statements/visibility/closed-statement';
import { VisibilityLine } from '../../features/statements/visibility/visibility-line';
import { CallFailure } from '../../lib/api-client';
import { useTextIn } from '../../lib/use-text-in';
import { useSharedDocument } from '../../lib/use-shared-document';
import { Loading, Problem } from '../../ui/states';
import { Texts } from '../../ui/texts';
import { MembersOnly } from '../gate';
import { languagesBySide } from '../languages-by-side';
import { ReportStatement } from '../report-statement';
import { ProveAgain } from '../prove-again';
import { PublicDraftPage } from '../public-drafts';
import { StatementClauses } from '../statement-clauses';
import { WithGlossary } from '../with-glossary';
import { useFreshClauses } from '../use-fresh-clauses';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

export function Statement(): ReactNode {
  // Whoever proves again who they are has another session, and with it the document is opened anew.
  const [opened, setOpened] = useState(0);
  return (
    <MembersOnly others={(dyad) => <PublicDraftPage dyad={dyad} />}>
      {(dyad, me) => (
        <CitingProvider value={{ dyad: dyad.slug }}>
          <WithGlossary dyad={dyad.slug}>
            <StatementPage key={opened} dyad={dyad} me={me} openAnew={() => setOpened(opened + 1)} />
          </WithGlossary>
        </CitingProvider>
      )}
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
  const { t } = useTranslation('statements');
  const textIn = useTextIn();
  const query = useStatement(dyad.slug, id);
  const { document, state } = useSharedDocument(id);
  const editors = useMemo(() => new TextEditors(), []);
  const sideName = useSideName(dyad);
  const ratification = useRatification(dyad.slug, id).data;
  const refetch = useAskAgain(dyad.slug, id);
  useFreshClauses({ dyad: dyad.slug, statement: id, document, told: query.data?.told, refetch });
  useTitle(query.data ? textIn(query.data.title) : '');
  // A draft that is not the reader's any more is not shown on, whatever was read before.
  const isGone = query.error instanceof CallFailure && query.error.code === 'request.not_found';
  if (isGone) return <ClosedStatement dyad={dyad.slug} />;
  if (query.error && !query.data) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (!query.data || !document || !state.loaded) return <Loading />;
  const { title, told, clauses } = query.data;
  const languageOf = languagesBySide(dyad);
  const given = { dyad: dyad.slug, statement: id, clauses, me, sideName, languageOf, refusal, onSigned: openAnew };
  const panel: PanelProps | undefined = ratification && { ...given, view: ratification };
  return (
    <TextEditorsProvider value={editors}>
      <h1>
        <Texts texts={title} />
      </h1>
      {query.data.state === 'ratified' && <IsRatified dyad={dyad.slug} statement={id} />}
      <WithheldNote {...query.data} />
      <SavingLine state={state} />
      {!query.data.withheld && (
        <VisibilityLine
          dyad={dyad.slug}
          statement={id}
          mayDecide={state.role === 'write'}
          {...{ told, me, sideName }}
        />
      )}
      <StatementLinks dyad={dyad.slug} statement={id} />
      <ReportStatement dyad={dyad.slug} statement={query.data} me={me} />
      {ratification && ratification.state !== 'drafting' && (
        <p>
          <a href="#ratification">{t(`state.${ratification.state}`)}</a>
        </p>
      )}
      <FindBar languageOf={languageOf} />
      <StatementClauses
        {...{ dyad, me, document, languageOf, panel }}
        statement={query.data}
        role={state.role ?? 'read'}
      />
      {panel && <RatificationPanel {...panel} />}
    </TextEditorsProvider>
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
