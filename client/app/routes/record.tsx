import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { EntryProof } from '../../features/dyads/entry-proof';
import { useLog } from '../../features/dyads/log-api';
import { LogStanding } from '../../features/dyads/log-standing';
import { RecordList } from '../../features/dyads/record-list';
import { useRecordPages } from '../../features/dyads/record-pages';
import { Button } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';
import { useSideColumns } from '../use-side-columns';
import { useTitle } from '../use-title';

/** The public record of a dyad, down to its first entry; a link to an old entry finds it, however far down it stands. */
export function Record(): ReactNode {
  const { dyad = '' } = useParams();
  const { t } = useTranslation(['dyads', 'public', 'fairness', 'methods', 'verify']);
  const record = useRecordPages(dyad);
  const log = useLog(dyad).data;
  const sides = useSideColumns(dyad);
  const entries = record.data?.pages.flatMap((page) => page.entries) ?? [];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = record;
  const isStillBelow = useSoughtEntry() < (entries.at(-1)?.seq ?? 0);
  useTitle(t('record.title'));
  useEffect(() => {
    if (isStillBelow && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isStillBelow, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <>
      <h1>{t('record.title')}</h1>
      <p className="measure">{t('record.what')}</p>
      <ul className="plain-list row">
        <li>
          <Link className="target-link" to={`/d/${dyad}/charter#disclosures`}>
            {t('disclosures.title')}
          </Link>
        </li>
        <li>
          <Link className="target-link" to={`/d/${dyad}/fairness`}>
            {t('fairness:link')}
          </Link>
        </li>
        <li>
          <Link className="target-link" to={`/d/${dyad}/transparency`}>
            {t('fairness:done.title')}
          </Link>
        </li>
        <li>
          <Link className="target-link" to={`/d/${dyad}/methods`}>
            {t('methods:link')}
          </Link>
        </li>
        <li>
          <Link className="target-link" to="/verify">
            {t('verify:link')}
          </Link>
        </li>
      </ul>
      {log && sides && <LogStanding log={log} sides={sides} />}
      {record.error && <Problem error={record.error} retry={() => void record.refetch()} />}
      {record.isPending && <Loading />}
      {record.data && <RecordList entries={entries} below={(entry) => log && <EntryProof entry={entry} log={log} />} />}
      {hasNextPage && (
        <p className="record-more">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('public:ledger.earlier')}
          </Button>
        </p>
      )}
    </>
  );
}

/** The number of the entry that the address names; endless where it names none, since then none is sought. */
function useSoughtEntry(): number {
  const { hash } = useLocation();
  return Number(/^#entry-(\d+)$/.exec(hash)?.[1] ?? Number.POSITIVE_INFINITY);
}
