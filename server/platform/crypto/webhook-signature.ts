import { createHmac } from 'node:crypto';

const prefix = 'whsec_';
const keyBytes = { fewest: 24, most: 64 };

/** The key in a secret as Standard Webhooks write it (`whsec_` and base64); nothing for a text that is none. */
export function webhookKey(secret: string): Buffer | undefined {
  const encoded = secret.startsWith(prefix) ? secret.slice(prefix.length) : '';
  if (!/^[A-Za-z0-9+/]{32,88}={0,2}$/.test(encoded)) return undefined;
  const key = Buffer.from(encoded, 'base64');
  return key.length >= keyBytes.fewest && key.length <= keyBytes.most ? key : undefined;
}

/** A request of which the receiver can tell that we sent it, and when. */
export interface SignedMessage {
  /** Of this message alone, so that the receiver knows it when it comes a second time. */
  readonly id: string;
  readonly at: Date;
  /** Exactly the characters that are sent. */
  readonly body: string;
}

/**
 * The headers of Standard Webhooks 1.0.0, scheme v1: HMAC-SHA-256 over id, time and body. The receiver refuses what is
 * signed otherwise, what is older or younger than five minutes, and what it has seen.
 */
export function signedHeaders(key: Buffer, { id, at, body }: SignedMessage): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}
