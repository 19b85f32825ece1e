import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TopicMode } from '../../../shared/access/conditions.js';

/** How posts reach readers here, and that it is the same for both sides. */
export function ModeNote({ mode, reason }: { mode: TopicMode; reason: string | null }): ReactNode {
  const { t } = useTranslation('forum');
  return (
    <div className="notice measure">
      <p>
        <strong>{t(`mode.${mode}.name`)}</strong> {t(`mode.${mode}.what`)} <bdi>{reason}</bdi>
      </p>
    </div>
  );
}
