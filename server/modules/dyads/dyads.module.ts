// Dyads: two sides, their charter and disclosures, their members and roles, and what stewards of both sides do
// together. It promises that nobody has a side but by an invitation, that consent is recorded by version, that what
// changes rules or roles has a key of each side, that what moderators restrict is felt at once and ends by the clock, and
// that a member cannot be recognised from one dyad in another. It binds the platform's question who is asking, and
// identity's question where an account belongs.
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { ActorResolver } from '../../platform/access/actor-resolver.js';
import { Streams } from '../../platform/realtime/streams.js';
import { Retention } from '../../platform/retention/retention.js';
import { MembershipList } from '../identity/membership-list.port.js';
import { CharterAct } from './charter.act.js';
import { DisclosureErasures } from './disclosure-erasure.port.js';
import { DisclosureAct } from './disclosure.act.js';
import { DyadActorResolver } from './dyad-actor-resolver.js';
import { DyadController } from './dyad.controller.js';
import { DyadReader } from './dyad.reader.js';
import { DyadRepository } from './dyad.repository.js';
import { DyadService } from './dyad.service.js';
import { Enrolment } from './enrolment.port.js';
import { Founding } from './founding.port.js';
import { InvitationTreeReader } from './invitation-tree.reader.js';
import { InvitationRepository } from './invitation.repository.js';
import { InvitationService } from './invitation.service.js';
import { Invitations } from './invitations.port.js';
import { JoiningController } from './joining.controller.js';
import { JoiningService } from './joining.service.js';
import { JointActController } from './joint-act.controller.js';
import { JointActs } from './joint-act.port.js';
import { JointActRepository } from './joint-act.repository.js';
import { JointActService } from './joint-act.service.js';
import { MemberActors } from './member-actors.js';
import { MemberList } from './member-list.js';
import { MemberNameRepository } from './member-name.repository.js';
import { MemberNames } from './member-names.port.js';
import { MemberReader } from './member.reader.js';
import { MemberRepository } from './member.repository.js';
import { MemberRestrictions } from './member-restrictions.port.js';
import { MembershipService } from './membership.service.js';
import { ConsentService } from './consent.service.js';
import { DelegateAct } from './organisations/delegate.act.js';
import { OrganisationAct } from './organisations/organisation.act.js';
import { OrganisationController } from './organisations/organisation.controller.js';
import { OrganisationReader } from './organisations/organisation.reader.js';
import { OrganisationRepository } from './organisations/organisation.repository.js';
import { OrganisationService } from './organisations/organisation.service.js';
import { OwnMembers } from './own-member.query.js';
import { RenamingService } from './renaming.service.js';
import { RoleAct } from './role.act.js';

const ports = [
  DyadReader,
  MemberReader,
  MemberRestrictions,
  MemberNames,
  JointActs,
  Founding,
  Enrolment,
  Invitations,
  InvitationTreeReader,
  OrganisationReader,
  DisclosureErasures,
];
const own = [
  CharterAct,
  DelegateAct,
  DisclosureAct,
  DyadRepository,
  DyadService,
  InvitationRepository,
  InvitationService,
  JoiningService,
  JointActRepository,
  JointActService,
  MemberActors,
  MemberRepository,
  MemberNameRepository,
  MembershipService,
  OwnMembers,
  ConsentService,
  RenamingService,
  OrganisationAct,
  OrganisationRepository,
  OrganisationService,
  RoleAct,
];

@Global()
@Module({
  controllers: [DyadController, JoiningController, JointActController, OrganisationController],
  providers: [
    ...ports,
    ...own,
    { provide: ActorResolver, useClass: DyadActorResolver },
    { provide: MembershipList, useClass: MemberList },
  ],
  exports: [...ports, ActorResolver, MembershipList],
})
export class DyadsModule implements OnModuleInit {
  constructor(
    private readonly streams: Streams,
    private readonly retention: Retention,
    private readonly invitations: InvitationRepository,
  ) {}

  onModuleInit(): void {
    // What is said to one member alone reaches them also while they take no part.
    this.streams.register('member', async (_, id, member) => id === member.memberId, { staysOpen: true });
    this.retention.register('used and ended invitations', (tx, now) => this.invitations.forget(tx, now));
  }
}
