import { z } from 'zod';

/** A name in an address: lower-case Latin letters, digits and single hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);

export const id = z.uuid();
