import { newToken } from '../../platform/crypto/token.js';
import type { HttpExchange } from '../../platform/http/request.js';

const name = '__Host-entente-begun';
const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/**
 * Marks the browser that begins a sign-in at a provider. Without the mark one person could begin, and lead another one's
 * browser to the end: that one would sign in as the first, or link their own identity to the first one's account.
 */
export function markBrowser({ reply }: HttpExchange, minutes: number): string {
  const mark = newToken();
  void reply.setCookie(name, mark, { ...attributes, maxAge: minutes * 60 });
  return mark;
}

/** The mark this browser got, if any; it is good for one return. */
export function takeMark({ request, reply }: HttpExchange): string | undefined {
  const mark = request.cookies[name];
  if (mark !== undefined) void reply.clearCookie(name, attributes);
  return mark;
}
