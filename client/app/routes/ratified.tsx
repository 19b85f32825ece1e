import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { directionOf } from '../../../shared/language/language.js';
import { groupedHash, textsInOrder } from '../../../shared/statements/export/file-words.js';
import type { RatifiedStatement } from '../../../shared/statements/ratified.schema.js';
import { useBoard } from '../../features/commitments/api';
import { useRatified } from '../../features/statements/ratified/api';
import { CitingProvider } from '../../features/statements/citations/citing';
import { RatifiedClause, Reservation } from '../../features/statements/ratified/ratified-clause';
import '../../features/statements/ratified/ratified.css';
import { Signatures } from '../../features/statements/ratified/signatures';
import { StatementCheck } from '../../features/statements/ratified/statement-check';
import { TakeAway } from '../../features/statements/ratified/take-away';
import { formatDay } from '../../lib/format';
import { useTextIn } from '../../lib/use-text-in';
import { usePageFoot } from '../../lib/use-page-foot';
import { erasedAt, ErasedText } from '../../ui/erased-text';
import { Loading, Problem } from '../../ui/states';
import { ClauseCommitments } from '../clause-commitments';
import { WithGlossary } from '../with-glossary';
import { useReader, useSideName, type Reader } from '../use-reader';
import { useTitle } from '../use-title';

/** A ratified statement, for everybody: both texts, who signed, what was reserved, and how to check it. */
export function Ratified(): ReactNode {
  const { dyad = '', statement: id = '' } = useParams();
  const textIn = useTextIn();
  const reader = useReader(dyad);
  const query = useRatified(dyad, id);
  useTitle(query.data ? textIn(query.data.title) : '');
  const error = query.error ?? reader.error;
  if (error) return <Problem error={error} retry={() => void query.refetch()} />;
  if (!query.data || !reader.ready) return <Loading />;
  return (
    <WithGlossary dyad={dyad}>
      <Paper statement={query.data} reader={reader} />
    </WithGlossary>
  );
}

function Paper({ statement, reader }: { statement: RatifiedStatement; reader: Reader }): ReactNode {
  const { t } = useTranslation('ratified');
  const sideName = useSideName(reader.dyad);
  const { language } = reader;
  const board = useBoard(statement.dyad);
  usePageFoot(`SHA-256 ${groupedHash(statement.hash)}`);
  const { dyad, id, recordSeq } = statement;
  return (
    <div className="paper">
      <Head statement={statement} reader={reader} />
      <div className="paper__clauses">
        <CitingProvider value={{ dyad, known: statement.citations }}>
          {statement.clauses.map((clause, at) => (
            <RatifiedClause key={clause.id} statement={statement} clause={clause} number={at + 1} reader={language}>
              <ClauseCommitments
                board={board.data ?? []}
                place={{ dyad, statement: id, clause: at + 1 }}
                languages={textsInOrder(statement, statement.title, language).map((one) => one.language)}
                sideName={sideName}
              />
            </RatifiedClause>
          ))}
        </CitingProvider>
        {board.error && <Problem error={board.error} retry={() => void board.refetch()} />}
      </div>
      <WholeReservations statement={statement} reader={language} />
      <Signatures statement={statement} reader={language} sideName={sideName} />
      <TakeAway dyad={dyad} statement={id} reader={language} />
      <StatementCheck
        statement={statement}
        record={
          recordSeq !== null && (
            <Link to={`/d/${dyad}/record#entry-${recordSeq}`}>{t('page.record', { number: recordSeq })}</Link>
          )
        }
      />
    </div>
  );
}

function Head({ statement, reader }: { statement: RatifiedStatement; reader: Reader }): ReactNode {
  const { t, i18n } = useTranslation(['ratified', 'commitment-acts']);
  const day = formatDay(i18n.language, statement.ratifiedOn);
  const roles = reader.consented && reader.isAdmitted ? reader.me?.roles : undefined;
  const mayDraft = roles?.some((role) => role === 'drafter' || role === 'steward') ?? false;
  return (
    <header className="paper__head">
      <meta name="description" content={t('page.description', { day })} />
      <h1>
        {textsInOrder(statement, statement.title, reader.language).map(({ language, text }) => (
          <span key={language} lang={language} dir={directionOf(language)}>
            {text || <ErasedText erased={erasedAt(statement.erased, `title.${language}`)} />}
          </span>
        ))}
      </h1>
      <p className="soft">
        <time dateTime={statement.ratifiedOn}>{t('paper.ratified_on', { day })}</time> · {t('paper.both_count')}
      </p>
      <p className="row no-print paper__places">
        <a href="#signatures">{t('paper.signatures')}</a>
        <a href="#take">{t('take.title')}</a>
        <a href="#check">{t('paper.check')}</a>
        {reader.consented && (
          <Link to={`/d/${statement.dyad}/statements/${statement.id}`}>{t('page.how_written')}</Link>
        )}
        {mayDraft && (
          <Link to={`/d/${statement.dyad}/commitments/drafts?statement=${statement.id}`}>
            {t('commitment-acts:draft.from_statement')}
          </Link>
        )}
      </p>
    </header>
  );
}

/** What was reserved of the whole; before the signatures, as on paper. */
function WholeReservations({ statement, reader }: { statement: RatifiedStatement; reader: string }): ReactNode {
  const { t } = useTranslation('ratified');
  const whole = statement.reservations.filter(({ clause }) => clause === null);
  if (whole.length === 0) return null;
  return (
    <section>
      <h2>{t('paper.reservations_whole')}</h2>
      {whole.map((one) => (
        <Reservation key={one.organisation.id} statement={statement} reservation={one} reader={reader} />
      ))}
    </section>
  );
}
