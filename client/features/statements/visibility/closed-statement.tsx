import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../ui/button';

/** Instead of a statement that is not there for this reader, or not any more; nobody is told which. */
export function ClosedStatement({ dyad }: { dyad: string }): ReactNode {
  const { t } = useTranslation('statements');
  return (
    <div className="measure">
      <h1>{t('closed.title')}</h1>
      <p>{t('closed.what')}</p>
      <ButtonLink to={`/d/${dyad}/statements`}>{t('closed.list')}</ButtonLink>
    </div>
  );
}
