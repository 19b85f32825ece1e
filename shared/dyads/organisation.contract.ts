import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { organisationView } from './organisation.schema.js';

export const listOrganisations = contract({
  route: 'GET /api/dyads/:dyad/organisations',
  summary: 'The organisations that may sign joint statements, and what is disclosed about them',
  action: 'public.read',
  params: z.object({ dyad: slug }),
  response: z.object({ organisations: z.array(organisationView) }),
  failures: ['request.not_found'],
});
