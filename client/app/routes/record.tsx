import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { RecordList } from '../../features/dyads/record-list';
import { useRecordPages } from '../../features/dyads/record-pages';
import { Button } from '../../ui/button';
import { Loading, Problem } from '../../ui/states';
import { useTitle } from '../use-title';

/** The public record of a dyad, down to its first entry; a link to an old entry finds it, however far down it stands. */
export function Record(): ReactNode {
  const { dyad = '' } = useParams();
  const { t } = useTranslation(['dyads', 'public', 'fairness', 'methods']);
  const record = useRecordPages(dyad);
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
      </ul>
      {record.error && <Problem error={record.error} retry={() => void record.refetch()} />}
      {record.isPending && <Loading />}
      {record.data && <RecordList entries={entries} />}
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
