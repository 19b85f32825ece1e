import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button';
import { Empty } from '../../ui/states';

export function NotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <Empty title={t('not_found.title')}>
      <ButtonLink to="/">{t('not_found.home')}</ButtonLink>
    </Empty>
  );
}
