import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import { canonicalLanguageJson } from '../../../../shared/statements/canonical-language.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { PublicRecord } from '../../record/record.port.js';
import type { RoundRow } from './ratification.repository.js';
import { substanceOf } from './substance-of.js';

/** Says in the public record what was ratified and by which organisations; no person is named. */
@Injectable()
export class RatifiedRecord {
  constructor(private readonly record: PublicRecord) {}

  /** @returns the number of the line */
  ratified(tx: Tx, round: RoundRow, organisations: readonly OrganisationBrief[]): Promise<number> {
    const substance = substanceOf(round.canonical);
    const of = (side: OrganisationBrief['side']) => organisations.filter((one) => one.side === side).length;
    return this.record.append(tx, round.dyadId, {
      kind: 'statement.ratified',
      subject: round.statementId,
      by: { side: 'both' },
      about: {
        statement: round.statementId,
        title: { ...substance.title },
        hash: round.hash,
        digests: Object.fromEntries(
          (['a', 'b'] as const).map((side) => [
            substance.languages[side],
            sha256(canonicalLanguageJson(substance, side)),
          ]),
        ),
        quorum: round.quorum ?? 0,
        signed_a: of('a'),
        signed_b: of('b'),
        organisations: [...organisations],
      },
    });
  }

  acceded(tx: Tx, round: RoundRow, organisation: OrganisationBrief): Promise<number> {
    return this.record.append(tx, round.dyadId, {
      kind: 'statement.acceded',
      subject: round.statementId,
      by: { side: organisation.side, org: organisation.id },
      about: {
        statement: round.statementId,
        title: { ...substanceOf(round.canonical).title },
        hash: round.hash,
        organisation: organisation.name,
        side: organisation.side,
      },
    });
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
