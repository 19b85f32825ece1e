import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CommitmentBrief } from '../../shared/commitments/commitment.schema.js';
import '../features/commitments/commitments.css';
import { StateTags } from '../features/commitments/state-tags';
import type { SideName } from '../ui/member-name';
import { PromisorMarks } from '../ui/promisor-marks';
import { TextIn } from '../ui/text-in';

interface ClauseCommitmentsProps {
  readonly board: readonly CommitmentBrief[];
  readonly place: { readonly dyad: string; readonly statement: string; readonly clause: number };
  /** Of both texts, in the order in which they stand for this reader. */
  readonly languages: readonly string[];
  readonly sideName: SideName;
}

/** What was promised to fulfil a clause, and how it stands; nothing where nobody promised anything yet. */
export function ClauseCommitments({ board, place, languages, sideName }: ClauseCommitmentsProps): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  const { dyad, statement, clause } = place;
  const own = board.filter(
    ({ origin }) => origin.type === 'clause' && origin.statement === statement && origin.clause === clause,
  );
  if (own.length === 0) return null;
  return (
    <section className="clause-commitments">
      <h3>{t('from_clause')}</h3>
      <ul className="plain-list">
        {own.map((one) => (
          <li key={one.id} className="row">
            <PromisorMarks promisor={one.promisor} sideName={sideName} />
            <Link to={`/d/${dyad}/commitments/${one.id}`}>
              <TextIn texts={one.title} languages={[i18n.language, ...languages]} />
            </Link>
            <StateTags of={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
