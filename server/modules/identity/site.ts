import type { Config } from '../../platform/config/config.js';
import type { EntenteRequest } from '../../platform/http/request.js';

/** The place that passkeys and return addresses are bound to. */
export interface Site {
  readonly origin: string;
  /** The relying party's id of WebAuthn: the host name. */
  readonly rpId: string;
}

/** The configured address; outside production, where there may be none, the one the browser used (origin is checked). */
export function siteOf(request: EntenteRequest, config: Pick<Config, 'PUBLIC_URL'>): Site {
  const url = new URL(config.PUBLIC_URL ?? request.headers.origin ?? `http://${request.headers.host ?? 'localhost'}`);
  return { origin: url.origin, rpId: url.hostname };
}
