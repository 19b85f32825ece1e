import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { settings, settingsSchema, type Settings } from './config.schema.js';

/** A configuration that cannot work; its message is for the operator, one line a mistake. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** What the rest of the server may know of its configuration. */
export interface Config extends Omit<Settings, 'LOG_LEVEL'> {
  readonly LOG_LEVEL: NonNullable<Settings['LOG_LEVEL']>;
  readonly secret: string;
  readonly dataDir: string;
  readonly production: boolean;
}

/**
 * Reads all settings at once and reports all mistakes together.
 * @throws ConfigurationError naming each variable and what is wrong with it; values are never repeated.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(settings)
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new ConfigurationError(lines.join('\n'));
  }
  const values = parsed.data;
  const dataDir = resolve(values.DATA_DIR);
  const production = values.NODE_ENV === 'production';
  return {
    ...values,
    // A person at a terminal wants to read what the server says, not what it logs.
    LOG_LEVEL: values.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    dataDir,
    production,
    secret: values.ENTENTE_SECRET ?? localSecret(dataDir),
  };
}

/** What surrounds the server without what is set for it: for programs that it runs and does not tell its secrets. */
export const withoutSettings = (environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !Object.hasOwn(settings, name)));

/** A key for one purpose, so that no two uses of the secret can be played against each other (HMAC as a KDF). */
export function derivedKey(config: Pick<Config, 'secret'>, purpose: string): Buffer {
  return createHmac('sha256', config.secret).update(`entente/${purpose}`).digest();
}

/** Outside production the server makes its own secret once, so that sessions survive a restart. */
function localSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true });
  const made = randomBytes(32).toString('base64');
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
}
