import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DueMilestone } from '../../../shared/commitments/commitment.schema.js';
import { formatDay } from '../../lib/format';
import { erasedAt } from '../../ui/erased-text';
import type { SideName } from '../../ui/member-name';
import { PromisorMarks } from '../../ui/promisor-marks';
import { TextIn } from '../../ui/text-in';
import './due-list.css';

interface DueListProps {
  readonly dyad: string;
  readonly milestones: readonly DueMilestone[];
  /** Of both sides, in the order in which they stand for this reader. */
  readonly languages: readonly string[];
  readonly sideName: SideName;
}

/** Milestones by the day that they are promised for, each with the commitment that it is a step of. */
export function DueList({ dyad, milestones, languages, sideName }: DueListProps): ReactNode {
  const { i18n } = useTranslation();
  const wished = [i18n.language, ...languages];
  return (
    <ol className="plain-list due-list">
      {milestones.map(({ commitment, number, due, title, commitmentTitle, promisor, erased }) => (
        <li key={`${commitment} ${number}`}>
          <time dateTime={due}>{formatDay(i18n.language, due)}</time>
          <PromisorMarks promisor={promisor} sideName={sideName} />
          <span className="due-list__what">
            <Link to={`/d/${dyad}/commitments/${commitment}#milestone-${number}`}>
              <TextIn texts={title} languages={wished} erased={erasedAt(erased, 'milestone_title')} />
            </Link>
            <span className="small soft due-list__of">
              <TextIn texts={commitmentTitle} languages={wished} erased={erasedAt(erased, 'title')} />
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
