import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CommitmentContentView } from '../../shared/commitments/commitment.schema.js';
import type { RatifiedStatement } from '../../shared/statements/ratified.schema.js';
import { useRatified } from '../features/statements/ratified/api';
import { AgreementOrigin } from '../ui/commitment/commitment-facts';
import { Sentence } from '../ui/texts';

type Origin = CommitmentContentView['origin'];

interface FoundOrigin {
  /** The day of the statement or agreement, once it is known. */
  readonly on: string | undefined;
  readonly statement: RatifiedStatement | undefined;
}

/** The ratified statement that a commitment comes from; an agreement made elsewhere says all there is itself. */
export function useOrigin(dyad: string, origin: Origin): FoundOrigin {
  const { data } = useRatified(dyad, origin.type === 'clause' ? origin.statement : undefined);
  return { on: origin.type === 'clause' ? data?.ratifiedOn : origin.day, statement: data };
}

/** Where a commitment comes from: the clause in both texts, or the article of an agreement. */
export function OriginWords({
  dyad,
  origin,
  found: { statement },
}: {
  dyad: string;
  origin: Origin;
  found: FoundOrigin;
}): ReactNode {
  const { t } = useTranslation('commitments');
  if (origin.type === 'agreement') return <AgreementOrigin origin={origin} />;
  const clause = statement?.clauses[origin.clause - 1];
  const place = clause ? `#clause-${clause.id}` : '';
  return (
    <Link to={`/d/${dyad}/statements/${origin.statement}/ratified${place}`}>
      {statement ? (
        <Sentence
          texts={{ title: statement.title }}
          say={({ title = '' }) => t('origin.clause_of', { number: origin.clause, title })}
        />
      ) : (
        t('origin.clause', { number: origin.clause })
      )}
    </Link>
  );
}
