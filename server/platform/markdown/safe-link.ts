const schemes = new Set(['http:', 'https:', 'mailto:']);

/**
 * An address as it may be linked: http, https or mailto, with the host in its ASCII form, so that a lookalike host
 * shows what it is. Nothing for everything else: scripts, data, addresses with a user name, unreadable ones.
 */
export function safeLink(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!schemes.has(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return url.href;
}
