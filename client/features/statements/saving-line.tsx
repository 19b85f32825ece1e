import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SharedDocumentState } from '../../lib/shared-document';

/** Says what is saved, and means committed. */
export function SavingLine({ state }: { state: SharedDocumentState }): ReactNode {
  const { t } = useTranslation('statements');
  return (
    <p className="row small soft">
      <span className={`saving saving--${state.saving}`} role="status">
        {t(`saving.${state.saving}`)}
      </span>
      {state.role && state.role !== 'write' && <span>{t(`role.${state.role}`)}</span>}
    </p>
  );
}
