import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CommitmentBrief } from '../../../shared/commitments/commitment.schema.js';
import { formatCount } from '../../lib/numbers';
import { Bar } from '../../ui/bar';
import { countedByState } from './board-choice';

/** How many commitments are in each state, with bars of their length; the numbers say everything. */
export function BoardSummary({ board }: { board: readonly CommitmentBrief[] }): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  return (
    <section id="states">
      <h2 id="states-title">{t('states.title')}</h2>
      <p className="measure soft">{t('states.what', { count: board.length })}</p>
      <table className="state-counts" aria-labelledby="states-title">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('filter.state')}</th>
            <th scope="col">{t('states.number')}</th>
          </tr>
        </thead>
        <tbody>
          {countedByState(board).map(({ state, count }) => (
            <tr key={state}>
              <th scope="row">
                <Link to={`?state=${state}`}>{t(`state.${state}`)}</Link>
              </th>
              <td>
                <Bar share={count / board.length}>{formatCount(i18n.language, count)}</Bar>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
