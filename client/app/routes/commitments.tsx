import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useBoard } from '../../features/commitments/api';
import { choiceOf, chosen } from '../../features/commitments/board-choice';
import { BoardFilters } from '../../features/commitments/board-filters';
import { BoardList } from '../../features/commitments/board-list';
import { BoardSummary } from '../../features/commitments/board-summary';
import { FollowLine } from '../../features/commitments/following/follow-line';
import { MovedList } from '../../features/commitments/following/moved-list';
import { TakeAway } from '../../features/commitments/take-away';
import '../../features/commitments/commitments.css';
import { languageName } from '../../lib/format';
import { sideLanguages } from '../../lib/side-languages';
import { Button } from '../../ui/button';
import { Empty, Loading, Problem } from '../../ui/states';
import { useReader, useSideName } from '../use-reader';
import { useTitle } from '../use-title';

/** What both sides promised, like a timetable, for everybody. */
export function Commitments(): ReactNode {
  const { dyad = '' } = useParams();
  const { t, i18n } = useTranslation('commitments');
  const reader = useReader(dyad);
  const board = useBoard(dyad);
  const sideName = useSideName(reader.dyad);
  const [search] = useSearchParams();
  useTitle(t('title'));
  const error = reader.error ?? board.error;
  if (error) return <Problem error={error} retry={() => void board.refetch()} />;
  if (!board.data || !reader.ready || !reader.dyad) return <Loading />;
  const choice = choiceOf(search);
  const lines = chosen(board.data, choice);
  const ofSides = sideLanguages(reader.dyad, reader.language);
  const drafts = reader.consented && reader.isAdmitted ? reader.me?.roles : undefined;
  return (
    <>
      <h1 id="board-title">{t('title')}</h1>
      <p className="measure lede">{t('what')}</p>
      <p className="row no-print">
        <Link className="target-link" to={`/d/${dyad}/commitments/due`}>
          {t('due.link')}
        </Link>
        {drafts?.some((role) => ['drafter', 'steward', 'evaluator'].includes(role)) && (
          <Link className="target-link" to={`/d/${dyad}/commitments/drafts`}>
            {t('drafts_link')}
          </Link>
        )}
      </p>
      {reader.consented && reader.me && (
        <>
          <FollowLine dyad={dyad} mayBegin={reader.isAdmitted} />
          <MovedList dyad={dyad} />
        </>
      )}
      {board.data.length === 0 ? (
        <Empty title={t('none.title')}>
          <p>{t('none.what')}</p>
        </Empty>
      ) : (
        <>
          <BoardFilters choice={choice} sideName={sideName} />
          {lines.length === 0 && <Empty title={t('none.chosen')} />}
          {lines.length > 0 && (
            <InOneLanguage languages={ofSides} first={i18n.language}>
              {(languages) => <BoardList dyad={dyad} commitments={lines} languages={languages} sideName={sideName} />}
            </InOneLanguage>
          )}
          <BoardSummary board={board.data} />
          <TakeAway dyad={dyad} />
        </>
      )}
    </>
  );
}

interface InOneLanguageProps {
  /** Those of both sides, in the order for this reader. */
  readonly languages: readonly string[];
  /** The language of the interface, for titles that somebody has put into it. */
  readonly first: string;
  readonly children: (languages: readonly string[]) => ReactNode;
}

/** Titles in the reader's language, and all of them in the other one by one step. */
function InOneLanguage({ languages, first, children }: InOneLanguageProps): ReactNode {
  const { t } = useTranslation('commitments');
  const [turned, setTurned] = useState(false);
  const shown = turned ? languages.toReversed() : [first, ...languages];
  const other = (turned ? languages[0] : languages.find((one) => one !== first && one !== languages[0])) ?? first;
  return (
    <>
      <p className="no-print">
        <Button weight="quiet" onClick={() => setTurned(!turned)}>
          {t('board.titles_in', { language: languageName(first, other) })}
        </Button>
      </p>
      {children(shown)}
    </>
  );
}
