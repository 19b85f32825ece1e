import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';

/** How an item stands, and of a decision what was decided. */
export function StateWords({ item: { state, proposal } }: { item: Pick<DeskItem, 'state' | 'proposal'> }): ReactNode {
  const { t } = useTranslation('moderation');
  const decided = state === 'actioned' && proposal?.state === 'enacted' ? proposal : undefined;
  const what = [
    ...(decided?.measure ? [t(`measure.done.${decided.measure}`)] : []),
    ...(decided?.sanction ? [t(`sanction.name.${decided.sanction.kind}`)] : []),
  ];
  return what.length > 0 ? `${t(`state.${state}`)}: ${what.join(', ')}` : t(`state.${state}`);
}
