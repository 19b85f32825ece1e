import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button';

export function NotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="measure stack">
      <h1>{t('not_found.title')}</h1>
      <ButtonLink to="/">{t('not_found.home')}</ButtonLink>
    </div>
  );
}
