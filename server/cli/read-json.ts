import { readFileSync } from 'node:fs';
import { ConfigurationError } from '../platform/config/config.js';

const standardInput = { path: '-', descriptor: 0, name: 'Standard input' };

export interface GivenJson {
  /** The file, as a person would name it. */
  readonly name: string;
  readonly given: unknown;
}

/**
 * @param path the file, or `-` for standard input
 * @param otherwise what is said of a file that is not JSON, after its name
 * @throws ConfigurationError
 */
export function readJson(path: string, otherwise: string): GivenJson {
  const isStandardInput = path === standardInput.path;
  const name = isStandardInput ? standardInput.name : path;
  let text: string;
  try {
    text = readFileSync(isStandardInput ? standardInput.descriptor : path, 'utf8');
  } catch {
    throw new ConfigurationError(`${name} cannot be read.`);
  }
  try {
    return { name, given: JSON.parse(text) as unknown };
  } catch {
    throw new ConfigurationError(`${name} ${otherwise}:\nit is not JSON`);
  }
}
