import type { OrganisationView } from '../../../../shared/dyads/organisation.schema.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { DisclosureRow } from '../dyad.repository.js';
import type { OrganisationRow } from './organisation.repository.js';

/** The disclosures that an organisation named, by their titles. */
export const namedDisclosures = (
  ids: readonly string[],
  all: readonly Pick<DisclosureRow, 'id' | 'title'>[],
): OrganisationView['disclosures'] => all.filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({ id, title }));

export const organisationView = (row: OrganisationRow, disclosures: readonly DisclosureRow[]): OrganisationView => ({
  id: row.id,
  name: row.name,
  side: row.side,
  purpose: row.purpose,
  website: row.website,
  disclosures: namedDisclosures(row.disclosures, disclosures),
  admittedOn: dayOf(row.admittedAt),
});
