import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useDisclosures, useRecord } from '../../features/dyads/api';
import { RecordList } from '../../features/dyads/record-list';
import { formatDay } from '../../lib/format';
import { Loading, Problem } from '../../ui/states';
import { useTitle } from '../use-title';
import { Texts } from '../../ui/texts';

/** What is public about a dyad: its record, and who pays. */
export function Record(): ReactNode {
  const { dyad = '' } = useParams();
  const { t, i18n } = useTranslation('dyads');
  const record = useRecord(dyad);
  const disclosures = useDisclosures(dyad);
  useTitle(t('record.title'));
  return (
    <div className="columns columns--main">
      <section>
        <h1>{t('record.title')}</h1>
        <p className="measure soft">{t('record.what')}</p>
        {record.error && <Problem error={record.error} retry={() => void record.refetch()} />}
        {record.isPending ? <Loading /> : record.data && <RecordList entries={record.data} />}
      </section>
      <section>
        <h2>{t('disclosures.title')}</h2>
        {disclosures.data?.map((one) => (
          <article key={one.id} className="sheet">
            <h3>
              <Texts texts={one.title} />
            </h3>
            <p>
              <Texts texts={one.body} />
            </p>
            <p className="small soft">
              {t(`disclosures.${one.kind}`)} ·{' '}
              <time dateTime={one.publishedOn}>{formatDay(i18n.language, one.publishedOn)}</time>
            </p>
          </article>
        ))}
      </section>
    </div>
  );
}
