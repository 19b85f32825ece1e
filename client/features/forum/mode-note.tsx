import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TopicMode } from '../../../shared/access/conditions.js';

interface ModeNoteProps {
  readonly mode: TopicMode;
  /** What the stewards of both sides said when they agreed on it. */
  readonly reason: string | null;
  readonly closed?: boolean;
}

/** How posts reach readers here, why, and that it is the same for both sides. */
export function ModeNote({ mode, reason, closed = false }: ModeNoteProps): ReactNode {
  const { t } = useTranslation('forum');
  const isStill = mode === 'read-only' || mode === 'frozen';
  return (
    <div className={isStill || closed ? 'notice measure' : 'measure soft'}>
      <div>
        {closed && !isStill ? (
          <p>{t('thread.closed_what')}</p>
        ) : (
          <p>
            <strong>{t(`mode.${mode}.name`)}.</strong> {t(`mode.${mode}.what`)}
          </p>
        )}
        {reason && (
          <p className="small">
            {t('mode.why')}{' '}
            <q lang="" dir="auto">
              {reason}
            </q>
          </p>
        )}
        {isStill && <p className="small">{t('mode.back')}</p>}
      </div>
    </div>
  );
}
