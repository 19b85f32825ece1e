import { z } from 'zod';
import { roles } from '../access/actor.js';
import { topicModes } from '../access/conditions.js';
import {
  commitmentActDetails,
  commitmentAdoption,
  commitmentResumption,
  commitmentSuspension,
  commitmentWithdrawal,
} from '../commitments/commitment-act.schema.js';
import { bilingualText } from '../language/bilingual-text.schema.js';
import { id, slug } from '../language/fields.js';
import { erasureActDetails, recordErasure } from '../record/erasure.schema.js';
import { witnessActDetails, witnessProposal, witnessRemoval } from '../record/witness.schema.js';
import { outsideEngine } from '../translation/egress.schema.js';
import { glossaryImportDetails, glossaryImportProposal } from '../translation/glossary-files.schema.js';
import { conceptContent, termActDetails, termChange, termRetirement } from '../translation/glossary.schema.js';
import { charterArticle, disclosureView, memberView, texts } from './dyad.schema.js';
import {
  allowedHostsChange,
  allowedHostsChangeDetails,
  wordlistChange,
  wordlistChangeDetails,
} from '../moderation/detection/wordlist.schema.js';
import { jointActLimits } from './joint-act.rules.js';
import { quorumLimits } from './organisation.rules.js';
import { admissionDetails, delegateDetails, delegateProposal, organisationProposal } from './organisation.schema.js';

/** What needs a steward of each side: one proposes, one of the other side seconds. */
export const jointActKinds = [
  'charter.adopt',
  'role.grant',
  'role.revoke',
  'disclosure.publish',
  'topic.change_mode',
  'organisation.admit',
  'delegate.name',
  'delegate.recall',
  'term.add',
  'term.change',
  'term.retire',
  'glossary.import',
  'wordlist.change',
  'allowed_hosts.change',
  'egress.consent',
  'witness.add',
  'witness.remove',
  'record.erase',
  'commitment.adopt',
  'commitment.suspend',
  'commitment.resume',
  'commitment.withdraw',
] as const;
export type JointActKind = (typeof jointActKinds)[number];

const { articles, articleTitle, articleBody, disclosureTitle, disclosureBody } = jointActLimits;

const proposedArticle = z
  .object({ number: z.int(), title: bilingualText(articleTitle), body: bilingualText(articleBody) })
  .strict();

/** The whole text of the next version; its articles are numbered from 1 in the order in which they stand. */
export const charterProposal = z.object({
  articles: z
    .array(proposedArticle)
    .min(1)
    .max(articles)
    .refine((all) => all.every(({ number }, at) => number === at + 1)),
  /** How many organisations of each side have to sign a joint statement; as it was when nothing is said. */
  quorum: z.int().min(quorumLimits.fewest).max(quorumLimits.most).optional(),
});

export const roleProposal = z.object({ member: id, role: z.enum(roles) });

export const disclosureProposal = z.object({
  kind: disclosureView.shape.kind,
  title: bilingualText(disclosureTitle),
  body: bilingualText(disclosureBody),
});

export const topicModeProposal = z.object({ topic: slug, mode: z.enum(topicModes) });

/** What a steward sends to propose each kind. */
export interface JointActProposals {
  readonly 'charter.adopt': z.input<typeof charterProposal>;
  readonly 'role.grant': z.input<typeof roleProposal>;
  readonly 'role.revoke': z.input<typeof roleProposal>;
  readonly 'disclosure.publish': z.input<typeof disclosureProposal>;
  readonly 'topic.change_mode': z.input<typeof topicModeProposal>;
  readonly 'organisation.admit': z.input<typeof organisationProposal>;
  readonly 'delegate.name': z.input<typeof delegateProposal>;
  readonly 'delegate.recall': z.input<typeof delegateProposal>;
  readonly 'term.add': z.input<typeof conceptContent>;
  readonly 'term.change': z.input<typeof termChange>;
  readonly 'term.retire': z.input<typeof termRetirement>;
  readonly 'glossary.import': z.input<typeof glossaryImportProposal>;
  readonly 'wordlist.change': z.input<typeof wordlistChange>;
  readonly 'allowed_hosts.change': z.input<typeof allowedHostsChange>;
  readonly 'egress.consent': z.input<typeof outsideEngine>;
  readonly 'witness.add': z.input<typeof witnessProposal>;
  readonly 'witness.remove': z.input<typeof witnessRemoval>;
  readonly 'record.erase': z.input<typeof recordErasure>;
  readonly 'commitment.adopt': z.input<typeof commitmentAdoption>;
  readonly 'commitment.suspend': z.input<typeof commitmentSuspension>;
  readonly 'commitment.resume': z.input<typeof commitmentResumption>;
  readonly 'commitment.withdraw': z.input<typeof commitmentWithdrawal>;
}

const everyAct = {
  id: z.uuid(),
  reason: z.string(),
  proposedBy: memberView,
  proposedOn: z.iso.date(),
  expiresOn: z.iso.date(),
  /**
   * How many hours the other side still has, begun ones counted; none when it is decided or over. Nothing tells the
   * minute, since that would tell for ever when a steward was at work.
   */
  hoursLeft: z.int().min(0),
  state: z.enum(['open', 'done', 'declined', 'expired']),
  secondedBy: memberView.nullable(),
  answeredOn: z.iso.date().nullable(),
};

/**
 * A joint act with everything that one must read before answering it. What it replaces is kept from the moment it was
 * proposed; absent in acts from before that was kept.
 */
export const jointActView = z.discriminatedUnion('kind', [
  z.object({
    ...everyAct,
    kind: z.literal('charter.adopt'),
    details: z.object({ articles: z.array(charterArticle), quorum: z.int(), inForce: z.int().nullable() }),
  }),
  z.object({
    ...everyAct,
    kind: z.enum(['role.grant', 'role.revoke']),
    details: z.object({ member: memberView, role: z.enum(roles) }),
  }),
  z.object({
    ...everyAct,
    kind: z.literal('disclosure.publish'),
    details: disclosureView.pick({ kind: true, title: true, body: true }),
  }),
  z.object({
    ...everyAct,
    kind: z.literal('topic.change_mode'),
    details: z.object({ topic: slug, title: texts, from: z.enum(topicModes).nullable(), mode: z.enum(topicModes) }),
  }),
  z.object({ ...everyAct, kind: z.literal('organisation.admit'), details: admissionDetails }),
  z.object({ ...everyAct, kind: z.enum(['delegate.name', 'delegate.recall']), details: delegateDetails }),
  z.object({ ...everyAct, kind: z.literal('term.add'), details: termActDetails.added }),
  z.object({ ...everyAct, kind: z.literal('term.change'), details: termActDetails.changed }),
  z.object({ ...everyAct, kind: z.literal('term.retire'), details: termActDetails.retired }),
  z.object({ ...everyAct, kind: z.literal('glossary.import'), details: glossaryImportDetails }),
  z.object({ ...everyAct, kind: z.literal('wordlist.change'), details: wordlistChangeDetails }),
  z.object({ ...everyAct, kind: z.literal('allowed_hosts.change'), details: allowedHostsChangeDetails }),
  z.object({ ...everyAct, kind: z.literal('egress.consent'), details: outsideEngine }),
  z.object({ ...everyAct, kind: z.enum(['witness.add', 'witness.remove']), details: witnessActDetails }),
  z.object({ ...everyAct, kind: z.literal('record.erase'), details: erasureActDetails }),
  z.object({ ...everyAct, kind: z.literal('commitment.adopt'), details: commitmentActDetails.adopted }),
  z.object({ ...everyAct, kind: z.literal('commitment.suspend'), details: commitmentActDetails.suspended }),
  z.object({ ...everyAct, kind: z.literal('commitment.resume'), details: commitmentActDetails.resumed }),
  z.object({ ...everyAct, kind: z.literal('commitment.withdraw'), details: commitmentActDetails.withdrawn }),
]);
export type JointActView = z.infer<typeof jointActView>;
