import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import { ButtonLink } from '../ui/button';
import { Loading, Problem } from '../ui/states';
import { useReader } from './use-reader';
import { useTitle } from './use-title';

interface MembersOnlyProps {
  readonly children: (dyad: DyadView, me: OwnMemberView) => ReactNode;
  /** What those see who are no members, where there is something for them. */
  readonly others?: (dyad: DyadView) => ReactNode;
}

/** Shows a page of a dyad to members who accepted its charter, and says to everybody else what is missing. */
export function MembersOnly({ children, others }: MembersOnlyProps): ReactNode {
  const { t } = useTranslation('dyads');
  const { dyad: slug = '' } = useParams();
  const reader = useReader(slug);
  if (reader.error) return <Problem error={reader.error} />;
  if (!reader.ready || !reader.dyad) return <Loading />;
  if (!reader.me && others) return others(reader.dyad);
  if (!reader.me) {
    return (
      <Gate title={t('gate.members_only')}>
        <ButtonLink to="/sign-in" weight="main">
          {t('gate.sign_in')}
        </ButtonLink>
      </Gate>
    );
  }
  if (!reader.consented) {
    return (
      <Gate title={t('gate.charter', { version: reader.me.charterInForce })}>
        <ButtonLink to={`/d/${slug}/charter`} weight="main">
          {t('gate.read_charter')}
        </ButtonLink>
      </Gate>
    );
  }
  return children(reader.dyad, reader.me);
}

/** What is missing is the whole page, and so its heading. */
function Gate({ title, children }: { title: string; children: ReactNode }): ReactNode {
  useTitle('');
  return (
    <div className="measure">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
