import type { Config } from './config.js';

/** Where this server is read, for links in what leaves it: the address that people type. */
export const siteAddress = ({ PUBLIC_URL, PORT }: Pick<Config, 'PUBLIC_URL' | 'PORT'>): string =>
  PUBLIC_URL ?? `http://localhost:${PORT ?? 3000}`;
