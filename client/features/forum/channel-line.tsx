import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChannelState } from '../../lib/use-stream';

/** Says whether the page is live, and how many are reading: a number, never who. */
export function ChannelLine({ following, typing }: { following: number | undefined; typing: boolean }): ReactNode {
  const { t } = useTranslation('forum');
  const state = useChannelState();
  return (
    <p className="row small soft">
      <span className={`channel channel--${state}`} role="status">
        {t(`channel.${state}`)}
      </span>
      {following !== undefined && state !== 'away' && <span>{t('channel.following', { count: following })}</span>}
      {typing && <span>{t('channel.typing')}</span>}
    </p>
  );
}
