import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Problem } from '../../../ui/states';
import { useFollow, useFollowed } from './following-api';

interface FollowLineProps {
  readonly dyad: string;
  /** The commitment that is to be followed; all of them without one. */
  readonly commitment?: string;
  /** Who takes no part at present ends it, and begins nothing. */
  readonly mayBegin: boolean;
}

/** Whether the reader follows, and the way to change it. */
export function FollowLine({ dyad, commitment, mayBegin }: FollowLineProps): ReactNode {
  const { t } = useTranslation('commitments');
  const followed = useFollowed(dyad);
  const follow = useFollow(dyad, commitment);
  const error = followed.error ?? follow.error;
  if (error) return <Problem error={error} retry={() => void followed.refetch()} />;
  if (!followed.data) return null;
  const { all, commitments } = followed.data;
  const byItself = commitment !== undefined && commitments.includes(commitment);
  const change = (follows: boolean) => (
    <Button weight="quiet" busy={follow.isPending} onClick={() => follow.mutate(follows)}>
      {follows ? t(commitment === undefined ? 'follow.all' : 'follow.one') : t('follow.stop')}
    </Button>
  );
  // Who follows all follows each; that ends on the page of all.
  if (commitment !== undefined && all) return <p className="no-print soft">{t('follow.all_followed')}</p>;
  if (commitment === undefined ? all : byItself)
    return (
      <p className="row no-print">
        <span>{t(commitment === undefined ? 'follow.all_followed' : 'follow.one_followed')}</span>
        {change(false)}
      </p>
    );
  return mayBegin ? <p className="no-print">{change(true)}</p> : null;
}
