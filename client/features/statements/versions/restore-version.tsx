import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../../ui/announcer';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Problem } from '../../../ui/states';
import { useRestoreVersion, type Place } from './api';

interface RestoreVersionProps {
  readonly place: Place;
  readonly number: number;
  readonly onClose: () => void;
}

/** Says what bringing a version back does, before it is done. */
export function RestoreVersion({ place, number, onClose }: RestoreVersionProps): ReactNode {
  const { t } = useTranslation('statement-versions');
  const announce = useAnnounce();
  const restore = useRestoreVersion(place);
  const act = () =>
    restore.mutate(number, {
      onSuccess: () => {
        announce(t('restore.done', { number }));
        onClose();
      },
    });
  return (
    <Dialog title={t('restore.title', { number })} onClose={onClose}>
      <div className="stack">
        <p>{t('restore.what', { number })}</p>
        <p>{t('restore.whose')}</p>
        {restore.error && <Problem error={restore.error} />}
        <Button weight="main" busy={restore.isPending} onClick={act}>
          {t('restore.do')}
        </Button>
      </div>
    </Dialog>
  );
}
