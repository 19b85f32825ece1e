import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sided } from '../../../shared/moderation/fairness/sided.js';
import { SideMark } from '../../ui/side-mark';
import type { SideColumn } from './side-columns';

/** A row of a table with one cell for each side. */
export interface SidedRow {
  readonly key: string;
  readonly label: ReactNode;
  readonly cells: Sided<ReactNode>;
}

/** The same of both sides beside each other, in columns of one width and weight. */
export function SidedTable({
  title,
  columns,
  rows,
}: {
  /** The id of the heading that names the table. */
  title: string;
  columns: readonly SideColumn[];
  rows: readonly SidedRow[];
}): ReactNode {
  const { t } = useTranslation('fairness');
  return (
    <table className="sided" aria-labelledby={title}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('value')}</span>
          </th>
          {columns.map(({ side, name }) => (
            <th key={side} scope="col">
              <span className="sided__side">
                <SideMark side={side} label={name} /> {name}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, cells }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {columns.map(({ side }) => (
              <td key={side}>{cells[side]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
