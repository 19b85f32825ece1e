import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DyadView } from '../../../shared/dyads/dyad.schema.js';
import { useNotices, type NoticePages } from '../../features/notices/api';
import { NoticeList } from '../../features/notices/notice-list';
import { formatDay } from '../../lib/format';
import { Button } from '../../ui/button';
import { Empty, Loading, Problem } from '../../ui/states';
import { OwnOnly } from '../gate';
import { useTitle } from '../use-title';

export function Notices(): ReactNode {
  return <OwnOnly>{(dyad) => <NoticesPage dyad={dyad} />}</OwnOnly>;
}

/** What moderators told the reader, newest first, and what counts against them at present. */
function NoticesPage({ dyad }: { dyad: DyadView }): ReactNode {
  const { t } = useTranslation('notices');
  const query = useNotices(dyad.slug);
  const notices = query.data?.pages.flatMap((page) => page.notices);
  useTitle(t('title'));
  if (query.error && !notices) return <Problem error={query.error} retry={() => void query.refetch()} />;
  return (
    <div className="stack">
      <header className="page-head">
        <h1>{t('title')}</h1>
        <p className="soft measure">{t('what')}</p>
        <Strikes strikes={query.data?.pages[0]?.strikes} />
      </header>
      {!notices && <Loading />}
      {notices?.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('none_what')}</p>
        </Empty>
      )}
      {notices && notices.length > 0 && <NoticeList dyad={dyad.slug} notices={notices} />}
      {query.hasNextPage && (
        <p>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('older')}
          </Button>
        </p>
      )}
    </div>
  );
}

function Strikes({ strikes }: { strikes: NoticePages['pages'][number]['strikes'] | undefined }): ReactNode {
  const { t, i18n } = useTranslation('notices');
  if (!strikes?.until) return null;
  return (
    <p className="measure">{t('strikes', { count: strikes.weight, day: formatDay(i18n.language, strikes.until) })}</p>
  );
}
