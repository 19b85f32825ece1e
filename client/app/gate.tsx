import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import { ButtonLink } from '../ui/button';
import { Loading, Problem } from '../ui/states';
import { useReader } from './use-reader';
import { useRestrictionSentence } from './use-restriction-sentence';
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
  if (!reader.me) return <NoMember />;
  if (!reader.isAdmitted) return others ? others(reader.dyad) : <KeptOut dyad={slug} me={reader.me} />;
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

/** Shows what is the reader's alone to every member, also to those who take no part at present. */
export function OwnOnly({ children }: Pick<MembersOnlyProps, 'children'>): ReactNode {
  const { dyad: slug = '' } = useParams();
  const reader = useReader(slug);
  if (reader.error) return <Problem error={reader.error} />;
  if (!reader.ready || !reader.dyad) return <Loading />;
  return reader.me ? children(reader.dyad, reader.me) : <NoMember />;
}

function NoMember(): ReactNode {
  const { t } = useTranslation('dyads');
  return (
    <Gate title={t('gate.members_only')}>
      <ButtonLink to="/sign-in" weight="main">
        {t('gate.sign_in')}
      </ButtonLink>
    </Gate>
  );
}

/** Moderators decided that the reader takes no part at present: what is public stays, and what they were told. */
function KeptOut({ dyad, me }: { dyad: string; me: OwnMemberView }): ReactNode {
  const { t } = useTranslation('notices');
  return (
    <Gate title={useRestrictionSentence()(me.restriction)}>
      <ButtonLink to={`/d/${dyad}/notices`} weight="main">
        {t('banner.why')}
      </ButtonLink>
    </Gate>
  );
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
