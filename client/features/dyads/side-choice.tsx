import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sides, type Side } from '../../../shared/access/actor.js';
import { ChoiceGroup } from '../../ui/field';
import type { SideName } from '../../ui/member-name';

interface SideChoiceProps {
  /** All where nothing is said. */
  readonly offered?: readonly Side[];
  readonly value: string;
  readonly sideName: SideName;
  readonly choose: (side: string) => void;
}

/** The sides in the order of their names, so that none is first everywhere. */
export function SideChoice({ offered = sides, value, sideName, choose }: SideChoiceProps): ReactNode {
  const { t } = useTranslation('organisations');
  const inOrder = offered.toSorted((one, other) => sideName(one).localeCompare(sideName(other)));
  return (
    <ChoiceGroup
      legend={t('form.side')}
      name="side"
      value={value}
      options={inOrder.map((one) => ({ value: one, label: sideName(one) }))}
      onChange={choose}
    />
  );
}
