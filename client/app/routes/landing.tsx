import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DyadView } from '../../../shared/dyads/dyad.schema.js';
import { useDyads, useRecord } from '../../features/dyads/api';
import { RecordList } from '../../features/dyads/record-list';
import { useSession } from '../../features/session/api';
import { ButtonLink } from '../../ui/button';
import { Empty, Loading, Problem } from '../../ui/states';
import { useTitle } from '../use-title';
import { Texts } from '../../ui/texts';

/** The first page: what this is, which dialogues there are, and what is on the public record so far. */
export function Landing(): ReactNode {
  const { t } = useTranslation('dyads');
  const { data: dyads, error, refetch } = useDyads();
  const session = useSession();
  useTitle('');
  return (
    <>
      <section className="measure">
        <h1>{t('landing.title')}</h1>
        <p>{t('landing.what')}</p>
        <p>{t('landing.how')}</p>
        {!session.data?.signedIn && (
          <p className="row">
            <ButtonLink to="/sign-in" weight="main">
              {t('landing.sign_in')}
            </ButtonLink>
            <span className="soft">{t('landing.by_invitation')}</span>
          </p>
        )}
      </section>
      <h2>{t('landing.dialogues')}</h2>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!dyads && !error && <Loading />}
      {dyads?.length === 0 && <Empty title={t('landing.none')} />}
      <div className="columns columns--even">
        {dyads?.map((dyad) => (
          <DyadSheet key={dyad.slug} dyad={dyad} />
        ))}
      </div>
    </>
  );
}

function DyadSheet({ dyad }: { dyad: DyadView }): ReactNode {
  const { t } = useTranslation('dyads');
  const record = useRecord(dyad.slug);
  return (
    <section className="sheet">
      <h3>
        <Link to={`/d/${dyad.slug}`}>
          <Texts texts={dyad.name} />
        </Link>
      </h3>
      <p>
        <Texts texts={dyad.purpose} />
      </p>
      <p className="small soft">
        <Link to={`/d/${dyad.slug}/charter`}>{t('landing.charter', { version: dyad.charterVersion })}</Link>
      </p>
      <h4>{t('landing.record')}</h4>
      {record.data && <RecordList entries={record.data.slice(0, 4)} />}
      <p className="small">
        <Link to={`/d/${dyad.slug}/record`}>{t('landing.whole_record')}</Link>
      </p>
    </section>
  );
}
