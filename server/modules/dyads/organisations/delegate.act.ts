import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { delegateProposal } from '../../../../shared/dyads/organisation.schema.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { timeOrderedId } from '../../../platform/ids/ids.js';
import { Enrolment } from '../enrolment.port.js';
import { JointActs } from '../joint-act.port.js';
import { MemberReader } from '../member.reader.js';
import { OrganisationRepository } from './organisation.repository.js';

/** Who signs for an organisation is a member of its side, whom stewards of both sides named, or recalled. */
@Injectable()
export class DelegateAct implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly organisations: OrganisationRepository,
    private readonly enrolment: Enrolment,
    private readonly members: MemberReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const type of ['named', 'recalled'] as const) {
      this.acts.register({
        kind: type === 'named' ? 'delegate.name' : 'delegate.recall',
        details: delegateProposal,
        replaces: async (tx, dyadId, { organisation, member }) => {
          const found = await this.organisations.find(tx, dyadId, organisation);
          if (!found) throw new Failure('request.not_found');
          const { side } = await this.enrolment.require(tx, member);
          if (side !== found.side) throw new Failure('organisation.other_side');
          return {};
        },
        perform: async (tx, { organisation, member }, { dyadId }) => {
          const at = this.clock.now();
          await this.organisations.note(tx, dyadId, { id: timeOrderedId(at), organisation, member, type, at });
        },
        describe: (tx, { dyadId }, acts) =>
          this.describe(
            tx,
            dyadId,
            acts.map((details) => delegateProposal.parse(details)),
          ),
      });
    }
  }

  private async describe(
    tx: Tx,
    dyadId: string,
    acts: readonly { readonly organisation: string; readonly member: string }[],
  ): Promise<object[]> {
    const people = await this.members.views(
      tx,
      acts.map(({ member }) => member),
    );
    const organisations = await this.organisations.ofDyad(tx, dyadId);
    return acts.map(({ organisation, member }) => ({
      organisation: organisations.find(({ id }) => id === organisation),
      member: people.get(member),
    }));
  }
}
