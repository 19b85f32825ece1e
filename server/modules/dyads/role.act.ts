import { Injectable, type OnModuleInit } from '@nestjs/common';
import { roleProposal } from '../../../shared/dyads/joint-act.schema.js';
import { Enrolment } from './enrolment.port.js';
import { JointActs } from './joint-act.port.js';
import { MemberReader } from './member.reader.js';

/** Roles are given and taken by both sides together, whatever side the member belongs to. */
@Injectable()
export class RoleAct implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly enrolment: Enrolment,
    private readonly members: MemberReader,
  ) {}

  onModuleInit(): void {
    for (const change of ['grant', 'revoke'] as const) {
      this.acts.register({
        kind: `role.${change}`,
        details: roleProposal,
        replaces: async (tx, _, { member }) => {
          await this.enrolment.require(tx, member);
          return {};
        },
        perform: (tx, { member, role }) => this.enrolment.changeRole(tx, member, role, change),
        describe: async (tx, _, acts) => {
          const read = acts.map((details) => roleProposal.parse(details));
          const views = await this.members.views(
            tx,
            read.map(({ member }) => member),
          );
          return read.map(({ member, role }) => ({ member: views.get(member), role }));
        },
      });
    }
  }
}
