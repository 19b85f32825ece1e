import type { ReactNode } from 'react';
import type { CommitmentDraftView } from '../../shared/commitments/commitment.schema.js';
import type { DyadView, OwnMemberView } from '../../shared/dyads/dyad.schema.js';
import '../features/commitments/acts/acts.css';
import { DraftForm } from '../features/commitments/drafts/draft-form';
import { emptyDraft, valuesOf, type DraftValues } from '../features/commitments/drafts/draft-values';
import { useOrganisations } from '../features/dyads/api';
import { useRatified, useRatifiedList } from '../features/statements/ratified/api';
import { sideLanguages } from '../lib/side-languages';
import { useKeptForm } from '../lib/use-kept-form';
import { Loading, Problem } from '../ui/states';
import { useSideName } from './use-reader';

export interface CommitmentDraftFormProps {
  readonly dyad: DyadView;
  readonly me: OwnMemberView;
  /** The draft that is changed; a new one without it. */
  readonly draft: CommitmentDraftView | undefined;
  /** The ratified statement, and the commitment whose place it takes, that the address names for a new one. */
  readonly named: Pick<DraftValues, 'statement' | 'supersedes'>;
  readonly onSaved: () => void;
}

/** The form of a commitment, with the statements and organisations of this dialogue to choose from. */
export function CommitmentDraftForm({ dyad, me, draft, named, onSaved }: CommitmentDraftFormProps): ReactNode {
  const place = `${dyad.slug}.commitment.${draft?.id ?? named.supersedes ?? 'new'}`;
  const form = useKeptForm<DraftValues>(place, draft ? valuesOf(draft) : emptyDraft(named));
  const organisations = useOrganisations(dyad.slug);
  const statements = useRatifiedList(dyad.slug);
  const { statement } = form.values;
  const chosen = useRatified(dyad.slug, statement === '' ? undefined : statement);
  const sideName = useSideName(dyad);
  const error = organisations.error ?? statements.error;
  if (error)
    return <Problem error={error} retry={() => void Promise.all([organisations.refetch(), statements.refetch()])} />;
  if (!organisations.data || !statements.data) return <Loading />;
  return (
    <DraftForm
      dyad={dyad.slug}
      draft={draft?.id}
      form={form}
      languages={sideLanguages(dyad, me.writesIn)}
      organisations={organisations.data}
      origins={{ statements: statements.data, clauses: chosen.data?.clauses.length }}
      sideName={sideName}
      onSaved={onSaved}
    />
  );
}
