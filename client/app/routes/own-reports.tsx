import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { OwnReportList } from '../../features/reports/own-report-list';
import { useOwnReports } from '../../features/reports/api';
import { useStream } from '../../lib/use-stream';
import { Button } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';
import { MembersOnly } from '../gate';
import { useTitle } from '../use-title';

export function OwnReports(): ReactNode {
  return <MembersOnly>{(dyad, me) => <OwnReportsPage dyad={dyad} me={me} />}</MembersOnly>;
}

/** What one has reported; what is decided meanwhile is shown at once. */
function OwnReportsPage({ dyad, me }: { dyad: DyadView; me: OwnMemberView }): ReactNode {
  const { t } = useTranslation('reports');
  const own = useOwnReports(dyad.slug);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = own;
  useTitle(t('list.title'));
  useStream({ dyad: dyad.slug, stream: `member:${me.id}`, seq: 0, onSignal: () => void own.refetch() });
  return (
    <div className="measure stack">
      <h1>{t('list.title')}</h1>
      <p className="soft">{t('list.what')}</p>
      {own.error && <Problem error={own.error} retry={() => void own.refetch()} />}
      {own.isPending && <Loading />}
      {own.data && <OwnReportList dyad={dyad.slug} reports={own.data.pages.flatMap((page) => page.reports)} />}
      {hasNextPage && (
        <p>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        </p>
      )}
    </div>
  );
}
