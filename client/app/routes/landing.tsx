import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DyadView } from '../../../shared/dyads/dyad.schema.js';
import { useDyads, useRecord } from '../../features/dyads/api';
import { RecordList } from '../../features/dyads/record-list';
import { useSession } from '../../features/session/api';
import { ButtonLink } from '../../ui/button';
import { Empty, Loading, Problem } from '../../ui/states';
import { Texts } from '../../ui/texts';
import { useTitle } from '../use-title';
import './landing.css';

/** The first page: what this is and for whom, which dialogues there are, how it protects, how to join, what to check. */
export function Landing(): ReactNode {
  const { t } = useTranslation(['dyads', 'public']);
  const { data: dyads, error, refetch } = useDyads();
  const session = useSession();
  useTitle('');
  return (
    <>
      <section className="measure landing__opening">
        <h1>{t('landing.title')}</h1>
        <p className="lede">{t('landing.what')}</p>
        <p>{t('landing.how')}</p>
        <p>{t('public:landing.for_whom')}</p>
        {session.data?.signedIn === false && (
          <p className="row">
            <ButtonLink to="/sign-in" weight="main">
              {t('landing.sign_in')}
            </ButtonLink>
            <span className="soft">{t('landing.by_invitation')}</span>
          </p>
        )}
      </section>
      <section>
        <h2>{t('landing.dialogues')}</h2>
        {error && <Problem error={error} retry={() => void refetch()} />}
        {!dyads && !error && <Loading />}
        {dyads?.length === 0 && <Empty title={t('landing.none')} />}
        <div className="columns columns--even">
          {dyads?.map((dyad) => (
            <DyadSheet key={dyad.slug} dyad={dyad} />
          ))}
        </div>
      </section>
      <About />
    </>
  );
}

function DyadSheet({ dyad }: { dyad: DyadView }): ReactNode {
  const { t } = useTranslation('dyads');
  const record = useRecord(dyad.slug);
  return (
    <article className="dialogue">
      <h3>
        <Link to={`/d/${dyad.slug}`}>
          <Texts texts={dyad.name} />
        </Link>
      </h3>
      <p>
        <Texts texts={dyad.purpose} />
      </p>
      <h4>{t('landing.record')}</h4>
      {record.isPending && <Loading />}
      {record.data && <RecordList entries={record.data.slice(0, 3)} />}
      <p className="row dialogue__more">
        <Link to={`/d/${dyad.slug}/record`}>{t('landing.whole_record')}</Link>
        <Link to={`/d/${dyad.slug}/charter`}>{t('landing.charter', { version: dyad.charterVersion })}</Link>
      </p>
    </article>
  );
}

function About(): ReactNode {
  const { t } = useTranslation(['public', 'common']);
  return (
    <div className="columns landing__about">
      <section>
        <h2>{t('protection.title')}</h2>
        <ul>
          <li>{t('protection.name')}</li>
          <li>{t('protection.words')}</li>
          <li>{t('protection.rules')}</li>
          <li>{t('protection.moderators')}</li>
          <li>{t('protection.leave')}</li>
        </ul>
      </section>
      <section>
        <h2>{t('joining.title')}</h2>
        <ol>
          <li>{t('joining.ask')}</li>
          <li>{t('joining.name')}</li>
          <li>{t('joining.charter')}</li>
        </ol>
      </section>
      <section>
        <h2>{t('check.title')}</h2>
        <ul>
          <li>{t('check.record')}</li>
          <li>{t('check.money')}</li>
          <li>
            {t('check.policy')} <Link to="/policy">{t('common:footer.policy')}</Link>
          </li>
          <li>{t('check.source')}</li>
        </ul>
      </section>
    </div>
  );
}
