import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CommitmentView } from '../../shared/commitments/progress.schema.js';
import type { DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import { AnswerForm } from '../features/commitments/acts/answer-form';
import { AssessmentForm } from '../features/commitments/acts/assessment-form';
import { ClaimForm } from '../features/commitments/acts/claim-form';
import { TakeBackForm } from '../features/commitments/acts/take-back-form';
import '../features/commitments/acts/acts.css';
import { useOwnPart } from '../features/commitments/api';
import { sideLanguages } from '../lib/side-languages';
import { Problem } from '../ui/states';

interface CommitmentActsProps {
  readonly commitment: CommitmentView;
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
}

/** What this member may say about a commitment now; nothing stands here for those who may say nothing. */
export function CommitmentActs({ commitment, dyad, me }: CommitmentActsProps): ReactNode {
  const { t } = useTranslation('commitment-acts');
  const part = useOwnPart(dyad.slug, commitment.id, commitment.told);
  const isOver = commitment.standing === 'withdrawn' || commitment.standing === 'superseded';
  if (part.error) return <Problem error={part.error} retry={() => void part.refetch()} />;
  if (!part.data || isOver) return null;
  const place = { dyad: dyad.slug, commitment: commitment.id, languages: sideLanguages(dyad, me.writesIn) };
  const { reportsFor, mayAnswer, mayAssess } = part.data;
  const own = commitment.timeline.flatMap((step) =>
    step.type === 'reported' && !step.withdrawn && reportsFor.some(({ id }) => id === step.organisation.id)
      ? [step.claim]
      : [],
  );
  const maySteward = me.roles.includes('steward') && me.side !== 'neutral';
  if (reportsFor.length === 0 && mayAnswer.length === 0 && !mayAssess && !maySteward) return null;
  return (
    <section className="commitment-acts" id="acts">
      <h2>{t('title')}</h2>
      {reportsFor.length > 0 && <ClaimForm {...place} view={commitment} organisations={reportsFor} />}
      {mayAnswer.map((claim) => (
        <AnswerForm key={claim} {...place} claim={claim} part={part.data} />
      ))}
      {mayAssess && <AssessmentForm {...place} view={commitment} />}
      {own.map((claim) => (
        <TakeBackForm key={claim} {...place} claim={claim} />
      ))}
      {maySteward && <Together commitment={commitment} />}
    </section>
  );
}

/** What stewards of both sides can do about it; each begins on their own page. */
function Together({ commitment: { dyad, id, standing } }: { commitment: CommitmentView }): ReactNode {
  const { t } = useTranslation('commitment-acts');
  const acts = standing === 'suspended' ? (['resume', 'withdraw'] as const) : (['suspend', 'withdraw'] as const);
  return (
    <ul className="plain-list row">
      {acts.map((act) => (
        <li key={act}>
          <Link className="target-link" to={`/d/${dyad}/stewards?begin=commitment_${act}&commitment=${id}`}>
            {t(`together.${act}`)}
          </Link>
        </li>
      ))}
      <li>
        <Link className="target-link" to={`/d/${dyad}/commitments/drafts?supersedes=${id}`}>
          {t('together.supersede')}
        </Link>
      </li>
    </ul>
  );
}
