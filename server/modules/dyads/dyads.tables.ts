import type { Schema } from '../../platform/database/data-source.js';
import { CharterVersion, Disclosure, Dyad } from './dyad.entity.js';
import { Invitation } from './invitation.entity.js';
import { JointAct, JointActAnswer } from './joint-act.entity.js';
import { Member, MemberEvent } from './member.entity.js';
import { Dyads1764000200000 } from './migrations/1764000200000-dyads.js';
import { SidesHold1764000700000 } from './migrations/1764000700000-sides-hold.js';
import { Organisations1764001200002 } from './migrations/1764001200002-organisations.js';
import { Restrictions1764100290000 } from './migrations/1764100290000-restrictions.js';
import { MemberName } from './member-name.entity.js';
import { MemberNames1764980000000 } from './migrations/1764980000000-member-names.js';
import { LanguagesOfMembers1764985500000 } from './migrations/1764985500000-languages-of-members.js';
import { ReadingByLanguage1764993000000 } from './migrations/1764993000000-reading-by-language.js';
import { EmptiedActs1765440000000 } from './migrations/1765440000000-emptied-acts.js';
import { DelegateEvent, Organisation } from './organisations/organisation.entity.js';

export const dyadsTables: Schema = {
  entities: [
    Dyad,
    CharterVersion,
    Disclosure,
    Member,
    MemberEvent,
    MemberName,
    Invitation,
    JointAct,
    JointActAnswer,
    Organisation,
    DelegateEvent,
  ],
  migrations: [
    Dyads1764000200000,
    SidesHold1764000700000,
    Organisations1764001200002,
    Restrictions1764100290000,
    MemberNames1764980000000,
    LanguagesOfMembers1764985500000,
    ReadingByLanguage1764993000000,
    EmptiedActs1765440000000,
  ],
};
