import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CommitmentBrief } from '../../../shared/commitments/commitment.schema.js';
import { formatDay } from '../../lib/format';
import { erasedAt } from '../../ui/erased-text';
import type { SideName } from '../../ui/member-name';
import { PromisorMarks } from '../../ui/promisor-marks';
import { TextIn } from '../../ui/text-in';
import { Promisor } from './promisor';
import { StateTags } from './state-tags';
import { VoiceFigure, voices } from './voice-figure';

export interface BoardListProps {
  readonly dyad: string;
  readonly commitments: readonly CommitmentBrief[];
  /** The languages titles are shown in, the wished one first. */
  readonly languages: readonly string[];
  readonly sideName: SideName;
}

/** Commitments like a timetable: the next day that is due, what was promised and by whom, and what each voice says of it. */
export function BoardList({ commitments, ...given }: BoardListProps): ReactNode {
  const { t } = useTranslation('commitments');
  return (
    <table className="board" aria-labelledby="board-title">
      <thead>
        <tr>
          <th scope="col">{t('board.next_due')}</th>
          <th scope="col">{t('board.what')}</th>
          {voices.map((voice) => (
            <th key={voice} scope="col">
              {t(`voice.name.${voice}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {commitments.map((one) => (
          <Line key={one.id} commitment={one} {...given} />
        ))}
      </tbody>
    </table>
  );
}

function Line({
  dyad,
  commitment,
  languages,
  sideName,
}: Omit<BoardListProps, 'commitments'> & { commitment: CommitmentBrief }): ReactNode {
  const { t, i18n } = useTranslation('commitments');
  const { id, promisor, title, nextDue, progress, erased } = commitment;
  return (
    <tr>
      <td className="board__day">
        {nextDue === null ? (
          <span className="soft small">{t('board.nothing_due')}</span>
        ) : (
          <time dateTime={nextDue}>{formatDay(i18n.language, nextDue)}</time>
        )}
      </td>
      <th scope="row" className="board__what">
        <Link to={`/d/${dyad}/commitments/${id}`}>
          <TextIn texts={title} languages={languages} erased={erasedAt(erased, 'title')} />
        </Link>
        <span className="row small">
          <span className="board__whose">
            <PromisorMarks promisor={promisor} sideName={sideName} />{' '}
            <Promisor promisor={promisor} sideName={sideName} />
          </span>
          <StateTags of={commitment} />
        </span>
      </th>
      {voices.map((voice) => (
        <td key={voice} className="board__voice">
          <span className="board__voice-name small soft" aria-hidden="true">
            {t(`voice.name.${voice}`)}
          </span>
          <VoiceFigure progress={progress} voice={voice} />
        </td>
      ))}
    </tr>
  );
}
