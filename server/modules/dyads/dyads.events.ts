import { z } from 'zod';
import { sides } from '../../../shared/access/actor.js';
import { id } from '../../../shared/language/fields.js';
import { factKind } from '../../platform/events/fact.js';

const texts = z.record(z.string(), z.string());

export const dyadFounded = factKind('dyad.founded', z.object({ name: texts }));
export const charterAdopted = factKind('charter.adopted', z.object({ version: z.int(), articles: z.int() }));
export const disclosurePublished = factKind('disclosure.published', z.object({ kind: z.string(), title: texts }));
export const organisationAdmitted = factKind(
  'organisation.admitted',
  z.object({ organisation: id, name: texts, side: z.enum(sides) }),
);
export const memberJoined = factKind('member.joined', z.object({ member: id }));
export const roleChanged = factKind('role.changed', z.object({ member: id }));
