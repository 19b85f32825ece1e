import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { StatementView } from '../../../shared/statements/statement.schema.js';
import { useStatement } from '../../features/statements/api';
import { CitingProvider } from '../../features/statements/citations/citing';
import '../../features/statements/statements.css';
import { useVersions } from '../../features/statements/versions/api';
import { KeepVersion } from '../../features/statements/versions/keep-version';
import { RestoreVersion } from '../../features/statements/versions/restore-version';
import { VersionList } from '../../features/statements/versions/version-list';
import { VersionReading } from '../../features/statements/versions/version-reading';
import '../../features/statements/versions/versions.css';
import { Button } from '../../ui/button';
import { Empty, Loading, Problem } from '../../ui/states';
import { Texts } from '../../ui/texts';
import { MembersOnly } from '../gate';
import { WithGlossary } from '../with-glossary';
import { useSideName } from '../use-reader';
import { useTitle } from '../use-title';

export function StatementVersions(): ReactNode {
  return (
    <MembersOnly>
      {(dyad, me) => (
        <CitingProvider value={{ dyad: dyad.slug }}>
          <VersionsPage dyad={dyad} me={me} />
        </CitingProvider>
      )}
    </MembersOnly>
  );
}

/** The versions of a joint statement: kept, compared, read and brought back. */
function VersionsPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { statement: id = '' } = useParams();
  const { t } = useTranslation('statement-versions');
  const now = useStatement(dyad.slug, id);
  useTitle(t('list.title'));
  if (now.error) return <Problem error={now.error} retry={() => void now.refetch()} />;
  if (!now.data) return <Loading />;
  return (
    <>
      <p>
        <Link to={`/d/${dyad.slug}/statements/${id}`}>{t('links.back')}</Link>
      </p>
      <h1>{t('list.title')}</h1>
      <p className="lede">
        <Texts texts={now.data.title} />
      </p>
      <p className="measure">{t('list.what')}</p>
      <WithGlossary dyad={dyad.slug}>
        <Versions dyad={dyad} me={me} now={now.data} />
      </WithGlossary>
    </>
  );
}

function Versions({ dyad, me, now }: { dyad: DyadView; me: OwnMemberView; now: StatementView }): ReactNode {
  const { t } = useTranslation('statement-versions');
  const place = { dyad: dyad.slug, statement: now.id };
  const query = useVersions(place);
  const sideName = useSideName(dyad);
  const [search, setSearch] = useSearchParams();
  const [restoring, setRestoring] = useState<number>();
  const versions = query.data?.pages.flatMap((page) => page.versions) ?? [];
  const show = (from: number | undefined, to: number | undefined): void =>
    setSearch({ ...(from && { from: String(from) }), ...(to && { to: String(to) }) });
  return (
    <div className="stack versions">
      {me.roles.includes('drafter') && <KeepVersion place={place} language={me.writesIn} />}
      <VersionReading
        place={place}
        now={now}
        versions={versions}
        own={me.writesIn}
        from={numberIn(search, 'from')}
        to={numberIn(search, 'to')}
        onChoose={show}
      />
      {query.error && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data && versions.length === 0 && <Empty title={t('list.none')} />}
      <VersionList
        versions={versions}
        sideName={sideName}
        mayRestore={now.role === 'write'}
        onRead={(number) => show(undefined, number)}
        onCompare={(number) => show(number, undefined)}
        onRestore={setRestoring}
      />
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
      {restoring !== undefined && (
        <RestoreVersion place={place} number={restoring} onClose={() => setRestoring(undefined)} />
      )}
    </div>
  );
}

function numberIn(search: URLSearchParams, name: string): number | undefined {
  const number = Number(search.get(name));
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
