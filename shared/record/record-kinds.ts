import { z } from 'zod';
import { topicModes } from '../access/conditions.js';
import { sides } from '../access/actor.js';
import { organisationBrief } from '../dyads/organisation.schema.js';
import { id } from '../language/fields.js';
import { outsideEngine } from '../translation/egress.schema.js';
import { erasureGrounds } from './erasure.rules.js';
import { revocationReasons } from './key.rules.js';
import { witnessSides } from './witness.rules.js';
import { commitmentKinds } from './commitment-kinds.js';
import { kind, sha256, texts } from './record-kind.js';

const count = z.int().min(0);

/** The kinds of entries of the public record. A kind more is a line here, and its sentence in every language. */
export const recordKinds = {
  'log.opened': kind({ origin: z.string(), schema: sha256, software: z.string() }, {}),
  'dyad.founded': kind({}, { name: texts }),
  'charter.adopted': kind({ version: z.int(), articles: count }, {}),
  'disclosure.published': kind({ kind: z.string() }, { title: texts }),
  'topic.opened': kind({ mode: z.enum(topicModes) }, { topic: z.string(), title: texts }),
  'topic.mode_changed': kind({ mode: z.enum(topicModes) }, { topic: z.string(), title: texts }),
  'organisation.admitted': kind({ organisation: id, name: texts, side: z.enum(sides) }, {}),
  'statement.ratified': kind(
    { quorum: count, signed_a: count, signed_b: count, organisations: z.array(organisationBrief) },
    { statement: id, title: texts, hash: sha256, digests: z.record(z.string(), sha256) },
  ),
  'statement.acceded': kind(
    { organisation: texts, side: z.enum(sides) },
    { statement: id, title: texts, hash: sha256 },
  ),
  'comments.mode_changed': kind({ mode: z.enum(topicModes) }, {}),
  'moderation.digest': kind({ day: z.iso.date(), hash: sha256, closed: count, waiting: count }, {}),
  'egress.consented': kind(outsideEngine.shape, {}),
  'egress.withdrawn': kind({ ...outsideEngine.shape, side: z.enum(sides) }, {}),
  'witness.added': kind({ verifier_key: z.string(), side: z.enum(witnessSides), name: texts }, {}),
  'witness.removed': kind({ verifier_key: z.string(), side: z.enum(witnessSides), name: texts }, {}),
  'key.rotated': kind({ old_key: z.string(), new_key: z.string(), retires_on: z.iso.date() }, {}),
  'key.revoked': kind({ key: z.string(), reason: z.enum(revocationReasons), size: count, root: z.string() }, {}),
  'policy.changed': kind({ digest: sha256 }, {}),
  'record.erased': kind(
    { index: count, digests: z.array(z.string()), ground: z.enum(erasureGrounds), erased_on: z.iso.date() },
    {},
  ),
  ...commitmentKinds,
} as const;

export type RecordKind = keyof typeof recordKinds;

/** The kinds, in the order above. */
export const recordKindNames = Object.keys(recordKinds) as [RecordKind, ...RecordKind[]];

type Kinds = typeof recordKinds;

type Said<Shape extends z.ZodRawShape> = { readonly [Part in keyof Shape]: z.input<Shape[Part]> };

/** What an entry of a kind says to its readers: what stands in the leaf, and what is told beside it. */
export type AboutOf<K extends RecordKind> = Said<Kinds[K]['open']['shape']> & Said<Kinds[K]['told']['shape']>;

/** Whose act an entry is: of one side, of both together, or of the platform and its clock. */
export const recordAuthor = z.strictObject({ side: z.enum([...sides, 'both', 'platform']), org: id.optional() });
export type RecordAuthor = z.infer<typeof recordAuthor>;

/** An entry as a module hands it over. */
export type NewEntry = {
  readonly [K in RecordKind]: {
    readonly kind: K;
    /** The thing whose history the entry continues: a statement, a commitment, a topic, or the dyad itself. */
    readonly subject: string;
    readonly by: RecordAuthor;
    readonly about: AboutOf<K>;
  };
}[RecordKind];
