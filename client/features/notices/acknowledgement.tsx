import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeView } from '../../../shared/moderation/notice.schema.js';
import { useAnnounce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { Problem } from '../../ui/states';
import { useAcknowledge } from './api';

/** A warning is acknowledged by its reader; of everything else it is noted that it was opened. */
export function Acknowledgement({ dyad, notice }: { dyad: string; notice: NoticeView }): ReactNode {
  const wanted = notice.kind === 'decision' ? (notice.sanction?.acknowledged ?? null) : null;
  if (wanted === null) return notice.isRead ? null : <Opened key={notice.id} dyad={dyad} notice={notice.id} />;
  return <Warning dyad={dyad} notice={notice.id} isAcknowledged={wanted} />;
}

function Opened({ dyad, notice }: { dyad: string; notice: string }): ReactNode {
  const { mutate } = useAcknowledge(dyad, notice);
  useEffect(() => mutate(), [mutate]);
  return null;
}

function Warning({
  dyad,
  notice,
  isAcknowledged,
}: {
  dyad: string;
  notice: string;
  isAcknowledged: boolean;
}): ReactNode {
  const { t } = useTranslation('notices');
  const acknowledge = useAcknowledge(dyad, notice);
  const announce = useAnnounce();
  if (isAcknowledged) return <p className="soft">{t('acknowledged')}</p>;
  return (
    <div className="notice notice--caution">
      <div>
        <p>{t('acknowledge_what')}</p>
        {acknowledge.error && <Problem error={acknowledge.error} />}
        <Button
          weight="main"
          busy={acknowledge.isPending}
          onClick={() => acknowledge.mutate(undefined, { onSuccess: () => announce(t('acknowledged')) })}
        >
          {t('acknowledge')}
        </Button>
      </div>
    </div>
  );
}
