import { useTranslation } from 'react-i18next';

/** "Milestone 2", or "The whole". */
export function usePartName(): (milestone: number | null) => string {
  const { t } = useTranslation('commitments');
  return (milestone) => (milestone === null ? t('part.whole') : t('part.milestone', { number: milestone }));
}
