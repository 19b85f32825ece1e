import { base64url, decimal, fromBase64url } from '../../../shared/log/encoding.js';
import { attempt } from '../../../shared/log/error.js';
import { hashBytes, type Hash } from '../../../shared/log/hash.js';

/** Which entry of which log a receipt is about: what a printed code says. */
export interface ReceiptLink {
  /** The address of the log, without a slash at the end. */
  readonly log: string;
  readonly index: number;
  readonly leaf: Hash;
}

/**
 * The address that a receipt's code holds: `https://host/v#<dyad>.<index>.<leaf hash>`. What stands behind the `#` is not
 * sent to the server.
 * @param site the address of the site, without a slash at the end
 */
export const receiptLink = (site: string, dyad: string, index: number, leaf: Hash): string =>
  `${site}/v#${dyad}.${index}.${base64url(leaf)}`;

/** What a link says that somebody pasted or scanned; nothing where it is no link of a receipt. */
export function parseReceiptLink(text: string): ReceiptLink | undefined {
  const [, site, dyad, digits, encoded] =
    /^(https?:\/\/[^\s#?]+)\/v(?:erify)?#([a-z0-9-]{1,64})\.(\d+)\.([\w-]+)$/.exec(text.trim()) ?? [];
  const index = decimal(digits ?? '');
  const leaf = attempt(() => fromBase64url(encoded ?? ''));
  if (site === undefined || index === undefined || leaf?.length !== hashBytes) return undefined;
  return { log: `${site}/log/${dyad}`, index, leaf };
}
