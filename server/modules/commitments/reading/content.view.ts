import type { CommitmentContent, CommitmentContentView } from '../../../../shared/commitments/commitment.schema.js';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';

/** The content as people read it: with organisations by their names, and milestones by their numbers. */
export function contentView(content: CommitmentContent, all: readonly OrganisationBrief[]): CommitmentContentView {
  return {
    ...content,
    organisations: responsible(content, all),
    milestones: content.milestones.map((one, at) => ({ number: at + 1, ...one })),
  };
}

/** The responsible organisations, in the order in which they were adopted. */
export const responsible = (
  { organisations }: Pick<CommitmentContent, 'organisations'>,
  all: readonly OrganisationBrief[],
): OrganisationBrief[] => organisations.flatMap((id) => all.find((one) => one.id === id) ?? []);
