import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OrganisationView } from '../../shared/dyads/organisation.schema.js';
import { useOrganisations } from '../features/dyads/api';
import { Loading, Problem } from '../ui/states';
import { SideMark } from '../ui/side-mark';
import { Texts } from '../ui/texts';
import { useReader, useSideName } from './use-reader';

/** The organisations that may sign joint statements, with what is disclosed about them; in the order of their names. */
export function Organisations({ dyad }: { dyad: string }): ReactNode {
  const { t } = useTranslation('organisations');
  const { data, error, refetch } = useOrganisations(dyad);
  const sideName = useSideName(useReader(dyad).dyad);
  return (
    <section className="measure" id="organisations">
      <h2>{t('title')}</h2>
      <p>{t('what')}</p>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <p>{t('none')}</p>}
      {data?.map((one) => (
        <Organisation key={one.id} one={one} dyad={dyad} sideName={sideName} />
      ))}
    </section>
  );
}

interface OrganisationProps {
  readonly one: OrganisationView;
  readonly dyad: string;
  readonly sideName: (side: OrganisationView['side']) => string;
}

function Organisation({ one, dyad, sideName }: OrganisationProps): ReactNode {
  const { t } = useTranslation('organisations');
  return (
    <article>
      <h3 className="row">
        <SideMark side={one.side} label={sideName(one.side)} /> <Texts texts={one.name} />
      </h3>
      <p>
        <Texts texts={one.purpose} />
      </p>
      {one.website !== null && (
        <p>
          <a href={one.website} rel="noreferrer" dir="ltr">
            {one.website}
          </a>
        </p>
      )}
      {one.disclosures.length > 0 && (
        <p className="small">
          {t('interests')}{' '}
          {one.disclosures.map(({ id, title }, at) => (
            <span key={id}>
              {at > 0 && ' · '}
              <Link to={`/d/${dyad}/charter#disclosure-${id}`}>
                <Texts texts={title} />
              </Link>
            </span>
          ))}
        </p>
      )}
    </article>
  );
}
