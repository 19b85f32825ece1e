import { useTranslation } from 'react-i18next';
import type { Promisor as PromisorName } from '../../../shared/commitments/commitment.rules.js';
import type { SideName } from '../../ui/member-name';

/** Whose promise it is, in words. */
export function usePromisorName(sideName: SideName): (promisor: PromisorName) => string {
  const { t } = useTranslation('commitments');
  return (promisor) => (promisor === 'joint' ? t('promisor.joint') : sideName(promisor));
}

export function Promisor({ promisor, sideName }: { promisor: PromisorName; sideName: SideName }): string {
  return usePromisorName(sideName)(promisor);
}
