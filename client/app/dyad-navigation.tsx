import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useDyad } from '../features/dyads/api';
import { useSession } from '../features/session/api';
import { Texts } from '../ui/texts';

/** Which dialogue one is in, and its parts; the part one is in is marked, also deep inside it. */
export function DyadNavigation({ dyad }: { dyad: string }): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const { data } = useDyad(dyad);
  const roles = session.data?.memberships.find((one) => one.dyad === dyad)?.roles;
  const servesIn = roles?.some((role) => role === 'steward' || role === 'moderator');
  const home = `/d/${dyad}`;
  return (
    <nav className="place" aria-label={t('nav.dyad')}>
      <div className="place__line">
        <p className="place__name">{data && <Texts texts={data.name} />}</p>
        <ul className="plain-list place__parts">
          <Part to={home} also={[`${home}/topics/`, `${home}/threads/`]} label={t('nav.home')} />
          <Part to={`${home}/charter`} label={t('nav.charter')} />
          <Part to={`${home}/statements`} also={[`${home}/statements/`]} label={t('nav.statements')} />
          <Part to={`${home}/glossary`} label={t('nav.glossary')} />
          <Part to={`${home}/record`} label={t('nav.record')} />
          {roles?.includes('moderator') && <Part to={`${home}/desk`} label={t('nav.desk')} />}
          {servesIn && <Part to={`${home}/stewards`} label={t('nav.stewards')} />}
          {roles && <Part to={`${home}/me`} also={[`${home}/reports`]} label={t('nav.me')} />}
        </ul>
      </div>
    </nav>
  );
}

interface PartProps {
  readonly to: string;
  readonly label: string;
  /** Folders of addresses that belong to this part, too. */
  readonly also?: readonly string[];
}

function Part({ to, label, also = [] }: PartProps): ReactNode {
  const { pathname } = useLocation();
  const isWithin = also.some((folder) => pathname.startsWith(folder));
  return (
    <li>
      <Link to={to} aria-current={pathname === to ? 'page' : isWithin ? 'true' : undefined}>
        {label}
      </Link>
    </li>
  );
}
