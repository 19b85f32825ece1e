import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import { ButtonLink } from '../ui/button';
import { Loading, Problem } from '../ui/states';
import { useReader } from './use-reader';

/** Shows a page of a dyad to members who accepted its charter, and says to everybody else what is missing. */
export function MembersOnly({ children }: { children: (dyad: DyadView, me: OwnMemberView) => ReactNode }): ReactNode {
  const { t } = useTranslation('dyads');
  const { dyad: slug = '' } = useParams();
  const reader = useReader(slug);
  if (reader.error) return <Problem error={reader.error} />;
  if (!reader.ready || !reader.dyad) return <Loading />;
  if (!reader.me) {
    return (
      <div className="notice measure">
        <div>
          <p>{t('gate.members_only')}</p>
          <ButtonLink to="/sign-in" weight="main">
            {t('gate.sign_in')}
          </ButtonLink>
        </div>
      </div>
    );
  }
  if (!reader.consented) {
    return (
      <div className="notice measure">
        <div>
          <p>{t('gate.charter', { version: reader.me.charterInForce })}</p>
          <ButtonLink to={`/d/${slug}/charter`} weight="main">
            {t('gate.read_charter')}
          </ButtonLink>
        </div>
      </div>
    );
  }
  return children(reader.dyad, reader.me);
}
