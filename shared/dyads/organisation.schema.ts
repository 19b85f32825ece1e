import { z } from 'zod';
import { sides } from '../access/actor.js';
import { bilingualText } from '../language/bilingual-text.schema.js';
import { id } from '../language/fields.js';
import { memberView, texts } from './dyad.schema.js';
import { organisationLimits } from './organisation.rules.js';

/** An organisation as it is named: in every language it gave, and whose it is. */
export const organisationBrief = z.object({ id: z.uuid(), name: texts, side: z.enum(sides) });
export type OrganisationBrief = z.output<typeof organisationBrief>;

const website = z
  .url({ protocol: /^https$/ })
  .max(organisationLimits.website)
  .nullable();

/** An organisation as anybody may know it; its delegates are not named. */
export const organisationView = organisationBrief.extend({
  /** What it is, in a sentence. */
  purpose: texts,
  website,
  /** Disclosures that are about its money, its interests or a state behind it. */
  disclosures: z.array(z.object({ id: z.uuid(), title: texts })),
  admittedOn: z.iso.date(),
});
export type OrganisationView = z.output<typeof organisationView>;

/** What stewards of both sides admit. */
export const organisationProposal = z.object({
  side: z.enum(sides),
  name: bilingualText(organisationLimits.name),
  purpose: bilingualText(organisationLimits.purpose),
  website: website.default(null),
  disclosures: z.array(id).max(organisationLimits.disclosures).default([]),
});

export const delegateProposal = z.object({ organisation: id, member: id });

/** What a steward reads before an organisation is admitted. */
export const admissionDetails = organisationView.omit({ id: true, admittedOn: true });

/** What a steward reads before somebody may sign for an organisation, or may no more. */
export const delegateDetails = z.object({ organisation: organisationBrief, member: memberView });
