import type { EntenteRequest, HttpExchange } from './request.js';

/** `__Host-` ties the cookie to this host and to https (browsers treat localhost as secure). */
const name = '__Host-entente';

const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** The token a browser sent, if any. */
export const sessionToken = (request: EntenteRequest): string | undefined => request.cookies[name];

/** The same from a bare `Cookie` header, as a socket's handshake has it. */
export function sessionTokenFromHeader(header: string | undefined): string | undefined {
  const pair = header?.split(';').find((part) => part.trim().startsWith(`${name}=`));
  return pair?.trim().slice(name.length + 1);
}

export function setSessionCookie({ reply }: HttpExchange, token: string, expires: Date): void {
  void reply.setCookie(name, token, { ...attributes, expires });
}

export function clearSessionCookie({ reply }: HttpExchange): void {
  void reply.clearCookie(name, attributes);
}
