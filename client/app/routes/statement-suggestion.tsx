import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { isSame, statementChanges } from '../../../shared/statements/statement-changes.js';
import type { StatementView } from '../../../shared/statements/statement.schema.js';
import type { SuggestionView } from '../../../shared/statements/suggestion.schema.js';
import { directionOf } from '../../../shared/language/language.js';
import { useStatement } from '../../features/statements/api';
import { CitingProvider } from '../../features/statements/citations/citing';
import { FacingTexts } from '../../features/statements/clause-card';
import { SavingLine } from '../../features/statements/saving-line';
import '../../features/statements/statements.css';
import { useSuggestion } from '../../features/statements/suggestions/api';
import { SuggestionDecision } from '../../features/statements/suggestions/suggestion-decision';
import { ComparedStatement } from '../../features/statements/versions/compared-statement';
import { Person } from '../../features/statements/versions/people';
import '../../features/statements/versions/versions.css';
import { formatDay } from '../../lib/format';
import { useSharedDocument } from '../../lib/use-shared-document';
import { Loading, Problem } from '../../ui/states';
import { MembersOnly } from '../gate';
import { languagesBySide } from '../languages-by-side';
import { WithGlossary } from '../with-glossary';
import { useCursorLabel } from '../use-cursor-label';
import { useFreshClauses } from '../use-fresh-clauses';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

export function StatementSuggestion(): ReactNode {
  return (
    <MembersOnly>
      {(dyad, me) => (
        <CitingProvider value={{ dyad: dyad.slug }}>
          <SuggestionPage dyad={dyad} me={me} />
        </CitingProvider>
      )}
    </MembersOnly>
  );
}

/** One suggestion: what would change, who is for it, and, for who made it, the texts to write in. */
function SuggestionPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { statement = '', suggestion = '' } = useParams();
  const { t } = useTranslation('statement-suggestions');
  const now = useStatement(dyad.slug, statement);
  const query = useSuggestion({ dyad: dyad.slug, statement, suggestion });
  useTitle(t('one.title'));
  const error = query.error ?? now.error;
  if (error && !(query.data && now.data)) return <Problem error={error} retry={() => void query.refetch()} />;
  if (!query.data || !now.data) return <Loading />;
  const refetch = async () => [await now.refetch(), await query.refetch()];
  return (
    <>
      <p>
        <Link to={`/d/${dyad.slug}/statements/${statement}/suggestions`}>{t('one.back')}</Link>
      </p>
      <h1>{t('one.title')}</h1>
      <WithGlossary dyad={dyad.slug}>
        <Suggestion dyad={dyad} me={me} now={now.data} suggestion={query.data} refetch={refetch} />
      </WithGlossary>
    </>
  );
}

interface SuggestionProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  readonly now: StatementView;
  readonly suggestion: SuggestionView;
  readonly refetch: () => Promise<unknown>;
}

function Suggestion({ dyad, me, now, suggestion, refetch }: SuggestionProps): ReactNode {
  const { t } = useTranslation('statement-suggestions');
  const sideName = useSideName(dyad);
  const place = { dyad: dyad.slug, statement: now.id, suggestion: suggestion.id };
  const isOpen = suggestion.state === 'open';
  const changes = !isSame(statementChanges(now.clauses, suggestion.clauses));
  return (
    <div className="stack">
      <Plate dyad={dyad} suggestion={suggestion} />
      {isOpen && (
        <>
          <h2>{t('one.difference')}</h2>
          <ComparedStatement
            before={now.clauses}
            after={suggestion.clauses}
            languageOf={languagesBySide(dyad)}
            own={me.writesIn}
            same={t('one.none')}
          />
          <SuggestionDecision place={place} suggestion={suggestion} me={me} sideName={sideName} changes={changes} />
          <Writing dyad={dyad} me={me} now={now} suggestion={suggestion} refetch={refetch} />
        </>
      )}
    </div>
  );
}

/** What it is for, whose it is, and what became of it. */
function Plate({ dyad, suggestion }: Pick<SuggestionProps, 'dyad' | 'suggestion'>): ReactNode {
  const { t, i18n } = useTranslation('statement-suggestions');
  const sideName = useSideName(dyad);
  const { note, closed, by, on, state } = suggestion;
  return (
    <>
      <p className="lede" lang={note.language} dir={directionOf(note.language)}>
        {note.text}
      </p>
      <p className="row small soft">
        <span className="tag">{t(`state.${state}`)}</span>
        <Person of={by} sideName={sideName} />
        <time dateTime={on}>{formatDay(i18n.language, on)}</time>
      </p>
      {closed && (
        <p className="row small">
          <Person of={closed.by} sideName={sideName} />
          <time dateTime={closed.on}>{formatDay(i18n.language, closed.on)}</time>
          {closed.reason && (
            <bdi lang={closed.reason.language} dir={directionOf(closed.reason.language)}>
              {closed.reason.text}
            </bdi>
          )}
        </p>
      )}
    </>
  );
}

/** The texts as in the statement, to be written in by who made the suggestion; others see them change above. */
function Writing({ dyad, me, now, suggestion, refetch }: SuggestionProps): ReactNode {
  const { t } = useTranslation(['statement-suggestions', 'statements']);
  const { document, state } = useSharedDocument(`${now.id}~${suggestion.id}`);
  const sideName = useSideName(dyad);
  const cursorLabel = useCursorLabel(sideName);
  useFreshClauses({ dyad: dyad.slug, statement: now.id, document, told: now.told, refetch });
  if (suggestion.role !== 'write') return null;
  if (!document || !state.loaded) return <Loading />;
  return (
    <section className="clauses" aria-labelledby="suggestion-writing">
      <h2 id="suggestion-writing">{t('one.write')}</h2>
      <SavingLine state={state} />
      {suggestion.clauses.map((clause, at) => (
        <article key={clause.id} className="clause sheet">
          <h3>{t('statements:clause.number', { number: at + 1 })}</h3>
          <FacingTexts
            shared={document}
            clause={clause}
            number={at + 1}
            me={me}
            editable={state.role === 'write'}
            languageOf={languagesBySide(dyad)}
            cursorLabel={cursorLabel}
          />
        </article>
      ))}
    </section>
  );
}
