import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../ui/button';

/** On the page where a statement was written: that it is ratified, and where it is read. */
export function IsRatified({ dyad, statement }: { dyad: string; statement: string }): ReactNode {
  const { t } = useTranslation('ratified');
  return (
    <div className="notice">
      <div>
        <p>{t('page.is_ratified')}</p>
        <ButtonLink to={`/d/${dyad}/statements/${statement}/ratified`}>{t('page.to_ratified')}</ButtonLink>
      </div>
    </div>
  );
}
