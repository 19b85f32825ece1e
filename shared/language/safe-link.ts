import { cleanText } from './unicode-safety.js';

const schemes = new Set(['http:', 'https:', 'mailto:']);
const longestAddress = 2_000;

/**
 * An address as it may be linked: http, https or mailto, with the host in its ASCII form, so that a lookalike host
 * shows what it is. Nothing for everything else: scripts, data, addresses with a user name, hosts of the reader's own
 * network, unreadable ones. Of a mailto only the receiver stays: nobody else may write the letter.
 */
export function safeLink(address: string): string | undefined {
  if (address.length > longestAddress || !/^(?:https?:\/\/|mailto:)/i.test(address) || !URL.canParse(address))
    return undefined;
  const url = new URL(address);
  if (!schemes.has(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  if (url.protocol !== 'mailto:') return url.hostname.includes('.') ? url.href : undefined;
  return /^[^\s@%,]{1,64}@[^\s@%,]{1,255}$/.test(url.pathname) ? `mailto:${url.pathname}` : undefined;
}

/** Where a safe link leads: its host in ASCII, or the receiver's for a mailto. */
export function hostOf(href: string): string {
  const url = new URL(href);
  return url.protocol === 'mailto:' ? (url.pathname.split('@').at(-1) ?? '') : url.host;
}

/** A safe link as a reader sees it: the host in ASCII, the rest in the letters it stands for. */
export function shownAddress(href: string): string {
  const url = new URL(href);
  if (url.protocol === 'mailto:') return url.pathname;
  const rest = url.href.slice(url.origin.length);
  return url.origin + (rest === '/' ? '' : readable(rest));
}

/** What cannot be decoded, or would decode to something hidden or blank, stays encoded. */
function readable(encoded: string): string {
  try {
    const decoded = decodeURI(encoded);
    return decoded === cleanText(decoded) && !/\s/.test(decoded) ? decoded : encoded;
  } catch {
    return encoded;
  }
}
