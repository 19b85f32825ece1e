import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { isCitation, type KnownCitation } from '../../../shared/statements/citation.rules.js';
import { useOneCited } from '../../features/statements/citations/citing';
import { Loading, Problem } from '../../ui/states';
import { MembersOnly } from '../gate';
import { useTitle } from '../use-title';

/** Where footnotes lead that cite a post: its public name says nothing, so members are taken to where it stands. */
export function CitedPost(): ReactNode {
  const { post = '' } = useParams();
  const cites = { kind: 'post', of: post } as const;
  return (
    <MembersOnly>{({ slug }) => (isCitation(cites) ? <AtName dyad={slug} cites={cites} /> : <Gone />)}</MembersOnly>
  );
}

function AtName({ dyad, cites }: { dyad: string; cites: KnownCitation }): ReactNode {
  const { data, error, refetch } = useOneCited(dyad, cites);
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data?.kind !== 'post' || data.place === null) return <Gone />;
  const { thread, post } = data.place;
  return <Navigate to={`/d/${dyad}/threads/${thread}#post-${post}`} replace />;
}

function Gone(): ReactNode {
  const { t } = useTranslation('footnotes');
  useTitle('');
  return <h1>{t('gone')}</h1>;
}
