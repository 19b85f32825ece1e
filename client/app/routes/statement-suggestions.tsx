import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { useSuggestions } from '../../features/statements/suggestions/api';
import { BeginSuggestion, SuggestionList } from '../../features/statements/suggestions/suggestion-list';
import '../../features/statements/versions/versions.css';
import { useStream } from '../../lib/use-stream';
import { Loading, Problem } from '../../ui/states';
import { MembersOnly } from '../gate';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

export function StatementSuggestions(): ReactNode {
  return <MembersOnly>{(dyad, me) => <SuggestionsPage dyad={dyad} me={me} />}</MembersOnly>;
}

/** What has been suggested for a joint statement. */
function SuggestionsPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { statement = '' } = useParams();
  const { t } = useTranslation('statement-suggestions');
  const place = { dyad: dyad.slug, statement };
  const query = useSuggestions(place);
  const sideName = useSideName(dyad);
  useTitle(t('list.title'));
  useStream({ dyad: dyad.slug, stream: `statement:${statement}`, seq: 0, onSignal: () => void query.refetch() });
  const home = `/d/${dyad.slug}/statements/${statement}`;
  return (
    <>
      <p>
        <Link to={home}>{t('statement-versions:links.back')}</Link>
      </p>
      <h1>{t('list.title')}</h1>
      <p className="measure">{t('list.what')}</p>
      {query.error && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data && <SuggestionList home={`${home}/suggestions`} suggestions={query.data} sideName={sideName} />}
      {me.roles.includes('drafter') && (
        <BeginSuggestion home={`${home}/suggestions`} place={place} language={me.writesIn} />
      )}
    </>
  );
}
