import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side } from '../../../shared/access/actor.js';
import { ChoiceGroup } from '../../ui/field';
import type { SideName } from '../../ui/member-name';

interface SideChoiceProps {
  readonly offered: readonly Side[];
  readonly name: string;
  readonly value: string;
  readonly sideName: SideName;
  readonly choose: (side: string) => void;
}

/** The sides in the order of their names, so that none is first everywhere. */
export function SideChoice({ offered, name, value, sideName, choose }: SideChoiceProps): ReactNode {
  const { t } = useTranslation('organisations');
  const inOrder = offered.toSorted((one, other) => sideName(one).localeCompare(sideName(other)));
  return (
    <ChoiceGroup
      legend={t('form.side')}
      name={name}
      value={value}
      options={inOrder.map((one) => ({ value: one, label: sideName(one) }))}
      onChange={choose}
    />
  );
}
