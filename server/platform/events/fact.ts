import type { z } from 'zod';

/** Something that happened and that other modules may react to, declared in `<module>.events.ts`. */
export interface FactKind<Name extends string = string, Payload extends z.ZodObject = z.ZodObject> {
  readonly name: Name;
  readonly payload: Payload;
}

export function factKind<Name extends string, Payload extends z.ZodObject>(
  name: Name,
  payload: Payload,
): FactKind<Name, Payload> {
  return { name, payload };
}
