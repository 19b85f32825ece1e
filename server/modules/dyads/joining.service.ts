import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../shared/access/actor.js';
import type { InputOf } from '../../../shared/contract/contract.js';
import { unrestricted } from '../../../shared/access/restriction.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { join } from '../../../shared/dyads/joining.contract.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccountRegistrar } from '../identity/account-registrar.port.js';
import { DyadRepository, type DyadRow } from './dyad.repository.js';
import { dyadView } from './dyad.view.js';
import { Enrolment } from './enrolment.port.js';
import type { InvitationRow } from './invitation.repository.js';
import { Invitations } from './invitations.port.js';
import { dayOf, ownMemberView } from './member.view.js';

export interface Joined {
  readonly dyad: string;
  readonly member: OwnMemberView;
  /** The session of an account that was just made. */
  readonly session: { readonly token: string; readonly expires: Date } | undefined;
}

export interface Offer {
  readonly dyad: DyadView;
  readonly side: InvitationRow['side'];
  readonly expiresOn: string;
  readonly charterVersion: number;
}

type Wish = InputOf<typeof join>['body'];

/** From an invitation to a membership. The side is the invitation's; nobody chooses or changes it. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: Invitations,
    private readonly dyads: DyadRepository,
    private readonly enrolment: Enrolment,
    private readonly registrar: AccountRegistrar,
  ) {}

  /** @throws Failure `invitation.not_valid`, the same for unknown, used, recalled and expired ones. */
  lookUp(token: string): Promise<Offer> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const { invitation, dyad } = await this.require(tx, token);
      return {
        dyad: dyadView(dyad),
        side: invitation.side,
        expiresOn: dayOf(invitation.expires_at),
        charterVersion: dyad.charter_version,
      };
    });
  }

  /** Uses the invitation: for the account that is signed in, or for a new one. */
  async join(actor: Actor, wish: Wish): Promise<Joined> {
    const signedIn = actor.kind === 'visitor' ? undefined : actor.accountId;
    if (signedIn === undefined && wish.account === undefined) throw new Failure('session.needed');
    // Hashing a password takes long; nothing is locked meanwhile, and without a valid invitation nothing is hashed.
    await this.lookUp(wish.token);
    const prepared = wish.account && signedIn === undefined ? await this.registrar.prepare(wish.account) : undefined;
    return this.unitOfWork.run('all dyads', async (tx) => {
      const { invitation, dyad } = await this.require(tx, wish.token);
      if (wish.acceptedCharterVersion !== dyad.charter_version) {
        throw new Failure('charter.version_outdated', { version: dyad.charter_version });
      }
      const accountId = prepared ? await this.registrar.register(tx, prepared) : (signedIn ?? '');
      const member = await this.enrolment.enrol(tx, {
        dyadId: dyad.id,
        accountId,
        pseudonym: wish.pseudonym,
        side: invitation.side,
        writesIn: this.languageFor(dyad, invitation.side, wish.writesIn),
        roles: invitation.role ? ['citizen', invitation.role] : ['citizen'],
        acceptedCharterVersion: wish.acceptedCharterVersion,
      });
      await this.invitations.use(tx, invitation.id, member.id);
      const session = prepared ? await this.registrar.openSession(tx, accountId) : undefined;
      return { dyad: dyad.slug, member: ownMemberView(member, dyad.charter_version, unrestricted, undefined), session };
    });
  }

  private async require(tx: Tx, token: string): Promise<{ invitation: InvitationRow; dyad: DyadRow }> {
    const invitation = await this.invitations.usable(tx, token);
    const dyad = invitation && (await this.dyads.byId(tx, invitation.dyad_id));
    if (!invitation || !dyad) throw new Failure('invitation.not_valid');
    return { invitation, dyad };
  }

  /** One of the dyad's languages; the side's own when the wish is none of them. */
  private languageFor(dyad: DyadRow, side: InvitationRow['side'], wished: string): string {
    if ([dyad.language_a, dyad.language_b, dyad.bridge_language].includes(wished)) return wished;
    return side === 'b' ? dyad.language_b : dyad.language_a;
  }
}
