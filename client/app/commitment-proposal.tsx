import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { commitmentLimits } from '../../shared/commitments/commitment.rules.js';
import type { DyadView } from '../../shared/dyads/dyad.schema.js';
import { useCommitment } from '../features/commitments/api';
import { useDrafts } from '../features/commitments/drafts/drafts-api';
import { ProposalForm } from '../features/dyads/proposal-form';
import type { ActProposal } from '../features/dyads/stewards-api';
import { useKeptForm } from '../lib/use-kept-form';
import { CommitmentContent } from '../ui/commitment/commitment-content';
import { TextField } from '../ui/field';
import { Empty, Loading, Problem } from '../ui/states';
import { filled, TextPairFields, type TextPair } from '../ui/text-pair-fields';
import { Texts } from '../ui/texts';
import { useSideName } from './use-reader';

/** What stewards of both sides do with a commitment, by the name it has in addresses. */
export const commitmentBeginnings = [
  'commitment_adopt',
  'commitment_suspend',
  'commitment_resume',
  'commitment_withdraw',
] as const;
export type CommitmentBeginning = (typeof commitmentBeginnings)[number];

interface CommitmentProposalProps {
  readonly what: CommitmentBeginning;
  readonly dyad: DyadView;
  readonly languages: readonly string[];
  readonly onSent: () => void;
}

/** Proposes something about the commitment that the address names. */
export function CommitmentProposal({ what, ...given }: CommitmentProposalProps): ReactNode {
  const [search] = useSearchParams();
  const commitment = search.get('commitment') ?? '';
  return what === 'commitment_adopt' ? (
    <Adoption {...given} commitment={commitment} />
  ) : (
    <Change {...given} what={what} commitment={commitment} />
  );
}

type Given = Omit<CommitmentProposalProps, 'what'> & { readonly commitment: string };

/** Exactly what stands in the draft now; a change of it makes another proposal. */
function Adoption({ dyad, languages, commitment, onSent }: Given): ReactNode {
  const { t } = useTranslation('commitment-acts');
  const drafts = useDrafts(dyad.slug);
  const sideName = useSideName(dyad);
  const form = useKeptForm(`${dyad.slug}.act.adopt.${commitment}`, { reason: '' });
  if (drafts.error) return <Problem error={drafts.error} retry={() => void drafts.refetch()} />;
  if (!drafts.data) return <Loading />;
  const draft = drafts.data.find(({ id }) => id === commitment);
  if (!draft) return <Empty title={t('together.gone')} />;
  return (
    <ProposalForm
      dyad={dyad.slug}
      form={form}
      proposal={{ kind: 'commitment.adopt', details: { commitment, hash: draft.hash } }}
      onSent={onSent}
    >
      {() => (
        <CommitmentContent
          heading="h2"
          dyad={dyad.slug}
          content={draft.content}
          languages={languages}
          sideName={sideName}
        />
      )}
    </ProposalForm>
  );
}

interface ChangeValues {
  readonly until: string;
  readonly why: TextPair;
  readonly reason: string;
}

function Change({
  dyad,
  languages,
  commitment,
  what,
  onSent,
}: Given & { what: Exclude<CommitmentBeginning, 'commitment_adopt'> }): ReactNode {
  const { t } = useTranslation('commitment-acts');
  const query = useCommitment(dyad.slug, commitment);
  const form = useKeptForm<ChangeValues>(`${dyad.slug}.act.${what}.${commitment}`, { until: '', why: {}, reason: '' });
  const { until, why } = form.values;
  if (query.error) return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const reason = filled(why, languages);
  const proposals = {
    commitment_suspend: { kind: 'commitment.suspend', details: { commitment, until, reason } },
    commitment_resume: { kind: 'commitment.resume', details: { commitment } },
    commitment_withdraw: { kind: 'commitment.withdraw', details: { commitment, reason } },
  } as const satisfies Record<typeof what, ActProposal>;
  return (
    <ProposalForm dyad={dyad.slug} form={form} proposal={proposals[what]} onSent={onSent}>
      {(errorOf) => (
        <>
          <p>
            <strong>
              <Texts texts={query.data.content.title} />
            </strong>
          </p>
          {what === 'commitment_suspend' && (
            <TextField
              type="date"
              label={t('together.until')}
              error={errorOf('details.until', t('together.until'))}
              value={until}
              onChange={({ target }) => form.change({ until: target.value })}
            />
          )}
          {what !== 'commitment_resume' && (
            <TextPairFields
              long
              label={t('together.public_reason')}
              hint={t('together.public_reason_hint')}
              field="details.reason"
              languages={languages}
              value={why}
              maximum={commitmentLimits.reason}
              errorOf={errorOf}
              change={(value) => form.change({ why: value })}
            />
          )}
        </>
      )}
    </ProposalForm>
  );
}
