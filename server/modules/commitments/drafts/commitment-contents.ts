import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalCommitmentJson } from '../../../../shared/commitments/canonical-commitment.rules.js';
import { promisingSides } from '../../../../shared/commitments/commitment.lifecycle.js';
import type { CommitmentContent, CommitmentOrigin } from '../../../../shared/commitments/commitment.schema.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { requireBothLanguages } from '../../../../shared/language/both-languages.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader, type DyadProfile } from '../../dyads/dyad.reader.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';
import { RatifiedReader } from '../../statements/ratification/ratified.reader.js';
import { CommitmentRepository } from '../commitment.repository.js';

/** A content as it is hashed. */
export interface Sealed {
  readonly content: CommitmentContent;
  readonly canonical: string;
  /** SHA-256 of `canonical`, in hexadecimal. */
  readonly hash: string;
}

/** Whether what somebody wants to promise fits the dyad, and the exact characters that both sides adopt. */
@Injectable()
export class CommitmentContents {
  constructor(
    private readonly dyads: DyadReader,
    private readonly organisations: OrganisationReader,
    private readonly ratified: RatifiedReader,
    private readonly commitments: CommitmentRepository,
  ) {}

  /**
   * @param field where the content stands in the request
   * @throws InvalidRequest naming every text that is missing in a language
   * @throws Failure `commitment.clause_missing`, `commitment.organisation_unfit`, `commitment.ended`
   */
  async sealed(tx: Tx, dyadId: string, content: CommitmentContent, field: string): Promise<Sealed> {
    const dyad = await this.dyads.profile(tx, dyadId);
    requireBothLanguages(languagesOf(dyad), textsOf(content, field));
    await this.requireFitting(tx, dyad, content);
    const canonical = canonicalCommitmentJson(content, dyad.languageOf);
    return { content, canonical, hash: createHash('sha256').update(canonical).digest('hex') };
  }

  /**
   * What a content names must be there: the clause, the organisations, and what it takes the place of.
   * @throws Failure as above
   */
  async requireFitting(tx: Tx, dyad: DyadProfile, content: CommitmentContent): Promise<void> {
    await this.requireClause(tx, dyad.slug, content.origin);
    const all = await this.organisations.all(tx, dyad.id);
    const named = content.organisations.map((id) => all.find((one) => one.id === id)?.side);
    const sides = promisingSides(content.promisor);
    const areOfSides = named.every((side) => sides.some((one) => one === side));
    if (!areOfSides || !sides.every((side) => named.includes(side))) throw new Failure('commitment.organisation_unfit');
    if (content.supersedes === null) return;
    const replaced = await this.commitments.find(tx, dyad.id, content.supersedes);
    if (!replaced) throw new Failure('request.not_found');
    if (replaced.standing === 'withdrawn' || replaced.standing === 'superseded') throw new Failure('commitment.ended');
  }

  private async requireClause(tx: Tx, slug: string, origin: CommitmentOrigin): Promise<void> {
    if (origin.type === 'agreement') return;
    const { clauses } = await this.ratified.read(tx, slug, origin.statement).catch((error: unknown) => {
      throw error instanceof Failure && error.code === 'request.not_found'
        ? new Failure('commitment.clause_missing')
        : error;
    });
    if (origin.clause > clauses.length) throw new Failure('commitment.clause_missing');
  }
}

const languagesOf = ({ languageOf: { a, b } }: DyadProfile): readonly string[] => [a, b];

const textsOf = (content: CommitmentContent, field: string) => ({
  [`${field}.title`]: content.title,
  [`${field}.text`]: content.text,
  [`${field}.indicator.name`]: content.indicator.name,
  [`${field}.indicator.unit`]: content.indicator.unit,
  [`${field}.evidenceStandard`]: content.evidenceStandard,
  ...(content.origin.type === 'agreement' && { [`${field}.origin.name`]: content.origin.name }),
  ...Object.fromEntries(content.milestones.map(({ title }, at) => [`${field}.milestones.${at}.title`, title])),
});
