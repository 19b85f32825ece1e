import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button';
import { useTitle } from '../use-title';

export function NotFound(): ReactNode {
  const { t } = useTranslation();
  useTitle('');
  return (
    <div className="measure">
      <h1>{t('not_found.title')}</h1>
      <p>{t('not_found.what')}</p>
      <ButtonLink to="/">{t('not_found.home')}</ButtonLink>
    </div>
  );
}
