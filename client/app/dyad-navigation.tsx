import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useFollowed, useForgetFollowed } from '../features/commitments/following/following-api';
import { useDyad } from '../features/dyads/api';
import { useNotices } from '../features/notices/api';
import { useSession } from '../features/session/api';
import { useStream } from '../lib/use-stream';
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
          {roles ? (
            <FollowedCommitments dyad={dyad} />
          ) : (
            <Part to={`${home}/commitments`} also={[`${home}/commitments/`]} label={t('nav.commitments')} />
          )}
          <Part to={`${home}/glossary`} label={t('nav.glossary')} />
          <Part
            to={`${home}/record`}
            also={[`${home}/fairness`, `${home}/transparency`, `${home}/methods`]}
            label={t('nav.record')}
          />
          {roles?.includes('moderator') && <Part to={`${home}/desk`} label={t('nav.desk')} />}
          {servesIn && (
            <Part to={`${home}/stewards`} also={[`${home}/wordlists`, `${home}/memory`]} label={t('nav.stewards')} />
          )}
          {roles && <Notices dyad={dyad} />}
          {roles && <Part to={`${home}/me`} also={[`${home}/reports`, `${home}/translations`]} label={t('nav.me')} />}
        </ul>
      </div>
    </nav>
  );
}

/** Commitments, with how much moved of what the member follows; what moves is told as it does. */
function FollowedCommitments({ dyad }: { dyad: string }): ReactNode {
  const { t } = useTranslation();
  const { data } = useFollowed(dyad);
  const again = useForgetFollowed(dyad);
  const follows = data !== undefined && (data.all || data.commitments.length > 0);
  useStream({ dyad, stream: data?.stream ?? '', seq: follows ? data.seq : undefined, onSignal: again });
  const count = data?.count ?? 0;
  const home = `/d/${dyad}/commitments`;
  return (
    <Part
      to={home}
      also={[`${home}/`]}
      label={t('nav.commitments')}
      {...(count > 0 && { news: t('nav.notices_unread', { count }) })}
    />
  );
}

/** Stands there for those who were told something. */
function Notices({ dyad }: { dyad: string }): ReactNode {
  const { t } = useTranslation();
  const first = useNotices(dyad).data?.pages[0];
  if (!first || first.notices.length === 0) return null;
  const home = `/d/${dyad}/notices`;
  return (
    <Part
      to={home}
      also={[`${home}/`]}
      label={t('nav.notices')}
      {...(first.unread > 0 && { news: t('nav.notices_unread', { count: first.unread }) })}
    />
  );
}

interface PartProps {
  readonly to: string;
  readonly label: string;
  /** What is new there. */
  readonly news?: string;
  /** Folders of addresses that belong to this part, too. */
  readonly also?: readonly string[];
}

function Part({ to, label, news, also = [] }: PartProps): ReactNode {
  const { pathname } = useLocation();
  const isWithin = also.some((folder) => pathname.startsWith(folder));
  return (
    <li>
      <Link to={to} aria-current={pathname === to ? 'page' : isWithin ? 'true' : undefined}>
        {label}
        {news && <span className="place__news">{news}</span>}
      </Link>
    </li>
  );
}
