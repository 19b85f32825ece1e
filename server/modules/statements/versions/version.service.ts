import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type * as contracts from '../../../../shared/statements/version.contract.js';
import { versionsOnPage } from '../../../../shared/statements/version.rules.js';
import type { Permit } from '../../../platform/access/permit.js';
import type { Tx } from '../../../platform/database/tx.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { MemberReader } from '../../dyads/member.reader.js';
import { StatementReader } from '../statement.reader.js';
import type { StatementRow } from '../statement.repository.js';
import { VersionKeeping } from './version-keeping.js';
import { VersionRepository } from './version.repository.js';
import { versionBrief, versionView } from './version.view.js';

const aboveAll = 2 ** 31 - 1;

/** The versions of a statement that were kept: who may read it reads them all. */
@Injectable()
export class VersionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementReader,
    private readonly versions: VersionRepository,
    private readonly keeping: VersionKeeping,
    private readonly members: MemberReader,
  ) {}

  /** @throws Failure `request.not_found` also for a draft that the caller may not see */
  list(
    { params, query }: InputOf<typeof contracts.listVersions>,
    permit: Permit,
  ): Promise<AnswerOf<typeof contracts.listVersions>> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, async (tx) => {
      const { id } = await this.readable(tx, 'document.open', params.statement, permit);
      // One more than is shown: what changed in the last of the page is told from the one before it.
      const rows = await this.versions.list(tx, id, query.below ?? aboveAll, versionsOnPage + 1);
      const shown = rows.slice(0, versionsOnPage);
      const people = await this.members.views(
        tx,
        shown.map(({ memberId }) => memberId),
      );
      return {
        more: rows.length > versionsOnPage,
        versions: shown.flatMap((row, at) => {
          const by = people.get(row.memberId);
          return by ? [versionBrief(row, by, rows[at + 1])] : [];
        }),
      };
    });
  }

  /** @throws Failure `request.not_found` */
  read(
    { params }: InputOf<typeof contracts.readVersion>,
    permit: Permit,
  ): Promise<AnswerOf<typeof contracts.readVersion>> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, async (tx) => {
      const { id } = await this.readable(tx, 'document.open', params.statement, permit);
      const row = await this.versions.find(tx, id, params.version);
      const by = row && (await this.members.views(tx, [row.memberId])).get(row.memberId);
      if (!row || !by) throw new Failure('request.not_found');
      return versionView(row, by);
    });
  }

  /** Keeps what is committed now under a name. @throws Failure `request.not_found` */
  keep(
    { params, body, idempotency }: InputOf<typeof contracts.keepVersion>,
    permit: Permit,
  ): Promise<{ number: number }> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const statement = await this.readable(tx, 'statement.keep_version', params.statement, permit);
      const name = { text: body.name, language: body.language };
      const { number } = await this.keeping.keep(tx, { statement, memberId, kind: 'named', name });
      return { number };
    });
  }

  private async readable(
    tx: Tx,
    action: 'document.open' | 'statement.keep_version',
    id: string,
    permit: Permit,
  ): Promise<StatementRow> {
    const found = await this.statements.find(tx, id, permit.member);
    if (!found) throw new Failure('request.not_found');
    permit.require(action, { documentRole: found.role });
    return found.row;
  }
}
