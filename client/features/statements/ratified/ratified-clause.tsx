import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../../shared/language/language.js';
import { textsInOrder } from '../../../../shared/statements/export/file-words.js';
import { facingOrder, rowsOf } from '../../../../shared/statements/facing.rules.js';
import type { RatifiedStatement, ReservationView } from '../../../../shared/statements/ratified.schema.js';
import { languageName } from '../../../lib/format';
import { TextWithTerms } from '../terms/explained-words';
import { AuthenticText } from './authentic-text';
import { OrganisationName } from './organisation-name';

interface RatifiedClauseProps {
  readonly statement: RatifiedStatement;
  readonly clause: RatifiedStatement['clauses'][number];
  readonly number: number;
  /** The language whose text stands first. */
  readonly reader: string;
  /** What came of it. */
  readonly children: ReactNode;
}

/** A clause: both texts beside each other paragraph by paragraph, and what was reserved of it. */
export function RatifiedClause({ statement, clause, number, reader, children }: RatifiedClauseProps): ReactNode {
  const { t } = useTranslation('ratified');
  const beside = statement.reservations.filter((one) => one.clause === clause.id);
  const rows = rowsOf(clause.texts);
  return (
    <article className="paper__clause" id={`clause-${clause.id}`}>
      <h2>
        <a href={`#clause-${clause.id}`} aria-label={t('page.clause_link', { number })}>
          {t('paper.clause', { number })}
        </a>
      </h2>
      <div className="paper__pages">
        {facingOrder(statement, reader).map((side) => (
          <ClausePage key={side} language={statement.languages[side]} text={clause.texts[side]} rows={rows} />
        ))}
      </div>
      {beside.map((one) => (
        <Reservation key={one.organisation.id} statement={statement} reservation={one} reader={reader} />
      ))}
      {children}
    </article>
  );
}

interface ClausePageProps {
  readonly language: string;
  readonly text: RatifiedStatement['clauses'][number]['texts']['a'];
  readonly rows: number;
}

/** One of both texts; its paragraphs take the rows that those of the other take. */
function ClausePage({ language, text, rows }: ClausePageProps): ReactNode {
  const { i18n } = useTranslation();
  return (
    <section className="paper__page" lang={language} dir={directionOf(language)} style={{ gridRow: `span ${rows}` }}>
      <p className="paper__language">
        <bdi lang={i18n.language}>{languageName(i18n.language, language)}</bdi>
      </p>
      <TextWithTerms language={language}>
        <AuthenticText text={text} />
      </TextWithTerms>
    </section>
  );
}

interface ReservationProps {
  readonly statement: RatifiedStatement;
  readonly reservation: ReservationView;
  readonly reader: string;
}

/** What an organisation could not share, in its own words and in every language it gave. */
export function Reservation({ statement, reservation, reader }: ReservationProps): ReactNode {
  const { t } = useTranslation('ratified');
  return (
    <div className="paper__reservation" role="note">
      <p>
        <strong>{t('paper.reservation')}</strong> ·{' '}
        <OrganisationName statement={statement} organisation={reservation.organisation} reader={reader} />
      </p>
      <div className="paper__reserved">
        {textsInOrder(statement, reservation.text, reader).map(({ language, text }) => (
          <p key={language} lang={language} dir={directionOf(language)}>
            {text}
          </p>
        ))}
      </div>
    </div>
  );
}
