import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DueMilestone } from '../../../shared/commitments/commitment.schema.js';
import { formatDay } from '../../lib/format';
import type { SideName } from '../../ui/member-name';
import { PromisorMarks } from '../../ui/promisor-marks';
import { Texts } from '../../ui/texts';
import './due-list.css';

interface DueListProps {
  readonly dyad: string;
  readonly milestones: readonly DueMilestone[];
  readonly sideName: SideName;
}

/** Milestones by the day that they are promised for, each with the commitment that it is a step of. */
export function DueList({ dyad, milestones, sideName }: DueListProps): ReactNode {
  const { i18n } = useTranslation();
  return (
    <ol className="plain-list due-list">
      {milestones.map(({ commitment, number, due, title, commitmentTitle, promisor }) => (
        <li key={`${commitment} ${number}`}>
          <time dateTime={due}>{formatDay(i18n.language, due)}</time>
          <PromisorMarks promisor={promisor} sideName={sideName} />
          <span>
            <Link to={`/d/${dyad}/commitments/${commitment}#milestone-${number}`}>
              <Texts texts={title} />
            </Link>
            <span className="small soft due-list__of">
              <Texts texts={commitmentTitle} />
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
