import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { webhookKey } from '../crypto/webhook-signature.js';
import { engineComplaints, engineSettings } from './engine-settings.js';
import { list, url } from './setting-forms.js';

const port = z.coerce.number('must be a number').int().min(1, 'must be 1 to 65535').max(65535, 'must be 1 to 65535');

/** The path of a program that may be run here. */
const program = z.string().refine((path) => isAbsolute(path) && mayRun(path), 'must be the whole path of a program');

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A secret as an operator would make it with `openssl rand -base64 32`. */
const secret = z.string().min(32, 'must be at least 32 characters; make one with: openssl rand -base64 32');

/** A secret as Standard Webhooks write it: 24 to 64 random bytes. */
const webhookSecret = z
  .string()
  .refine(
    (text) => webhookKey(text) !== undefined,
    'must be whsec_ and 24 to 64 bytes in base64; make one with: echo whsec_$(openssl rand -base64 32)',
  );

/**
 * Every setting of the server, by the name of its environment variable. The reference page and `.env.example` are
 * generated from the descriptions. An absent variable and an empty one are the same.
 */
export const settings = {
  NODE_ENV: z
    .enum(['development', 'test', 'production'], 'must be development, test or production')
    .default('development')
    .meta({ description: 'What the server runs for. In production it refuses weak secrets and demonstration data.' }),
  HOST: z.string().default('127.0.0.1').meta({ description: 'Address to listen on; 0.0.0.0 inside a container.' }),
  PORT: port
    .optional()
    .meta({ description: 'Port to listen on. Not set: 3000, or the next free one.', example: '3000' }),
  PUBLIC_URL: url(['http', 'https']).optional().meta({
    description: 'The address people type. Links and the origin check use it. Required in production.',
    example: 'https://dialogue.example.org',
  }),
  DATABASE_URL: url(['postgres', 'postgresql']).optional().meta({
    description: 'PostgreSQL 15 or later. Not set: the server starts its own in DATA_DIR.',
    example: 'postgres://entente:password@db:5432/entente',
  }),
  REDIS_URL: url(['redis', 'rediss'])
    .optional()
    .meta({ description: 'Only for several nodes: carries live signals between them.', example: 'redis://redis:6379' }),
  DATA_DIR: z.string().default('.data').meta({ description: 'Folder for what the server keeps itself.' }),
  RECORD_GUARD_DIR: z.string().optional().meta({
    description:
      'Folder for what the public record signed last, so that a database restored from an older copy signs no second story. Best on another volume than the database. Not set: record-guard in DATA_DIR.',
    example: '/var/lib/entente-guard',
  }),
  RECORD_SIGNER: z.enum(['database', 'file', 'command'], 'must be database, file or command').default('database').meta({
    description:
      'Where the next key of a log of the public record comes from: it is made and kept in the database, encrypted with ENTENTE_SECRET; lies in a file; or is held by a command. A log changes its key by: entente record rotate-key.',
  }),
  RECORD_KEY_DIR: z.string().optional().meta({
    description:
      'Folder with the keys of logs, Ed25519 as PKCS#8 in PEM: bg-mk.pem for the log of bg-mk, and bg-mk.WORD.pem while two sign. Each belongs to the user of the server, with mode 0600. Required with RECORD_SIGNER=file.',
    example: '/var/lib/entente-keys',
  }),
  RECORD_SIGN_COMMAND: program.optional().meta({
    description:
      'Path of a program that signs for logs, as docs/how-to/change-the-key-of-a-log.md says; it has three seconds. Required with RECORD_SIGNER=command.',
    example: '/usr/local/bin/sign-log',
  }),
  ENTENTE_SECRET: secret
    .optional()
    .meta({ description: 'Key for everything the server signs or encrypts. Required in production.' }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be fatal, error, warn, info, debug or silent')
    .optional()
    .meta({
      description:
        'How much is logged; not set: info in production, else warn. Logs never hold texts, addresses or names.',
    }),
  TRUSTED_PROXIES: list('').meta({
    description: 'Addresses of reverse proxies whose X-Forwarded-For is believed, comma-separated.',
  }),
  PRIVATE_HOSTS: list('').meta({
    description:
      'Names with a dot that stand for addresses inside your network and are asked all the same, comma-separated.',
    example: 'login.corp.example.org',
  }),
  DEMO: z
    .enum(['auto', 'on', 'off'], 'must be auto, on or off')
    .default('auto')
    .meta({ description: 'Demonstration dyads in an empty database: auto means outside production only.' }),
  OIDC_ISSUER: url(['https', 'http'])
    .optional()
    .meta({ description: 'OpenID Connect provider for sign-in.', example: 'https://login.example.org' }),
  OIDC_CLIENT_ID: z.string().optional().meta({ description: 'Client id at that provider.' }),
  OIDC_CLIENT_SECRET: z.string().optional().meta({ description: 'Client secret at that provider.' }),
  ...engineSettings,
  MODERATION_CHECK_URL: url(['https', 'http']).optional().meta({
    description:
      'A service of yours that looks at what is written, by signed requests with nothing but text and language. What it finds brings a text sooner before a moderator.',
    example: 'https://check.example.org/entente',
  }),
  MODERATION_CHECK_SECRET: webhookSecret.optional().meta({
    description: 'The secret of these signatures, as of Standard Webhooks. Required with MODERATION_CHECK_URL.',
  }),
  ENTENTE_CHROMIUM: program.optional().meta({
    description:
      'Path of a Chromium or Chrome on this machine, which prints ratified statements as PDF, with no network. It needs fonts for the scripts of the texts. Not set: no PDF, and people print the page.',
    example: '/usr/bin/chromium',
  }),
} as const;

export const settingsSchema = z.object(settings).superRefine((values, context) => {
  const complain = (name: keyof typeof settings, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message });
  if (values.NODE_ENV === 'production') {
    if (!values.ENTENTE_SECRET) complain('ENTENTE_SECRET', 'is required in production');
    if (!values.PUBLIC_URL) complain('PUBLIC_URL', 'is required in production');
    if (values.DEMO === 'on') complain('DEMO', 'cannot be on in production: its passwords are known to everybody');
  }
  if (values.ENTENTE_SECRET && new Set(values.ENTENTE_SECRET).size < 12) {
    complain('ENTENTE_SECRET', 'is too regular to be a secret; make one with: openssl rand -base64 32');
  }
  if (values.MODERATION_CHECK_URL && !values.MODERATION_CHECK_SECRET)
    complain('MODERATION_CHECK_SECRET', 'is required with MODERATION_CHECK_URL');
  if (values.RECORD_SIGNER === 'file' && !values.RECORD_KEY_DIR)
    complain('RECORD_KEY_DIR', 'is required with RECORD_SIGNER=file');
  if (values.RECORD_SIGNER === 'command' && !values.RECORD_SIGN_COMMAND)
    complain('RECORD_SIGN_COMMAND', 'is required with RECORD_SIGNER=command');
  for (const [name, message] of engineComplaints(values)) complain(name, message);
  if (values.OIDC_ISSUER && !values.OIDC_CLIENT_ID) complain('OIDC_CLIENT_ID', 'is required with OIDC_ISSUER');
});

export type Settings = z.output<typeof settingsSchema>;
