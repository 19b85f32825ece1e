import { z } from 'zod';
import { contract } from './contract.js';

export const readOpenApi = contract({
  route: 'GET /api/openapi.json',
  summary: 'This API, described (OpenAPI 3.1)',
  action: 'public.read',
  response: z.record(z.string(), z.unknown()),
});
