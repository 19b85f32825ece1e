import type { RatifiedStatement } from '../ratified.schema.js';

/** A ratified statement as data, readable to people too; `canonical` holds the exact characters that were hashed. */
export const jsonOfStatement = (statement: RatifiedStatement): string => `${JSON.stringify(statement, null, 2)}\n`;
