import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { tellable } from '../../../../shared/language/erased-text.rules.js';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import { canonicalLanguageJson } from '../../../../shared/statements/canonical-language.rules.js';
import type { ErasedPart } from '../../../../shared/record/erased-part.js';
import type { Tx } from '../../../platform/database/tx.js';
import { PublicRecord } from '../../record/record.port.js';
import type { RoundRow } from './ratification.repository.js';
import { RatifiedRepository, type RatifiedRow } from './ratified.repository.js';
import { substanceOf } from './substance-of.js';

/** A ratified statement, the number of its line in the public record, and what was erased of what that line tells. */
export type RecordedRow = RatifiedRow & { readonly recordSeq: number | null; readonly erased: readonly ErasedPart[] };

/** Says in the public record what was ratified and by which organisations; no person is named. */
@Injectable()
export class RatifiedRecord {
  constructor(
    private readonly record: PublicRecord,
    private readonly statements: RatifiedRepository,
  ) {}

  /** A ratified statement, with the number of its line; none as long as the line is not signed. */
  async find(tx: Tx, slug: string, statementId: string): Promise<RecordedRow | undefined> {
    const row = await this.statements.find(tx, slug, statementId);
    if (!row) return undefined;
    const history = await this.record.history(tx, row.dyadId, [statementId]);
    const line = history.findLast(({ kind }) => kind === 'statement.ratified');
    return { ...row, recordSeq: line?.seq ?? null, erased: line?.erased ?? [] };
  }

  async ratified(tx: Tx, round: RoundRow, organisations: readonly OrganisationBrief[]): Promise<void> {
    const substance = substanceOf(round.canonical);
    const of = (side: OrganisationBrief['side']) => organisations.filter((one) => one.side === side).length;
    await this.record.append(tx, round.dyadId, {
      kind: 'statement.ratified',
      subject: round.statementId,
      by: { side: 'both' },
      about: {
        statement: round.statementId,
        title: tellable(substance.title),
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

  async acceded(tx: Tx, round: RoundRow, organisation: OrganisationBrief): Promise<void> {
    await this.record.append(tx, round.dyadId, {
      kind: 'statement.acceded',
      subject: round.statementId,
      by: { side: organisation.side, org: organisation.id },
      about: {
        statement: round.statementId,
        title: tellable(substanceOf(round.canonical).title),
        hash: round.hash,
        organisation: organisation.name,
        side: organisation.side,
      },
    });
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
