import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDisclosures } from '../features/dyads/api';
import { formatDay } from '../lib/format';
import { Loading, Problem } from '../ui/states';
import { Texts } from '../ui/texts';

/** Who pays for a dyad and who has interests in it, in the words both sides published. */
export function Disclosures({ dyad }: { dyad: string }): ReactNode {
  const { t, i18n } = useTranslation(['dyads', 'public']);
  const { data, error, refetch } = useDisclosures(dyad);
  return (
    <section className="measure disclosures" id="disclosures">
      <h2>{t('disclosures.title')}</h2>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <p>{t('public:disclosures.none')}</p>}
      {data?.map((one) => (
        <article key={one.id} id={`disclosure-${one.id}`}>
          <h3>
            <Texts texts={one.title} erased={one.erased} />
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
  );
}
