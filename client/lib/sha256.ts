/** Browsers work hashes out only on pages that nobody could have changed on the way. */
export const canWorkOutHashes = (): boolean => globalThis.isSecureContext && 'subtle' in crypto;

/** SHA-256 of a text's UTF-8, in hexadecimal, worked out by the browser itself. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
