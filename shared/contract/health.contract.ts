import { z } from 'zod';
import { contract } from './contract.js';

export const liveHealth = contract({
  route: 'GET /health/live',
  summary: 'The process answers',
  action: 'public.read',
  response: z.object({ status: z.literal('live') }),
});

export const readyHealth = contract({
  route: 'GET /health/ready',
  summary: 'The process can serve: the database answers, and it is not stopping; what is not well beside that',
  action: 'public.read',
  response: z.object({
    status: z.literal('ready'),
    /** Parts that people can do without for a while and that are not well, such as `translation.deepl`. */
    degraded: z.array(z.string()),
  }),
  failures: ['server.unavailable'],
});
