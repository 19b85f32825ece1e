/** Browsers work hashes out only on pages that nobody could have changed on the way. */
export const canWorkOutHashes = (): boolean => globalThis.isSecureContext && 'subtle' in crypto;

/** SHA-256 of bytes, in hexadecimal, worked out by the browser itself. */
export async function sha256OfBytes(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 of a text's UTF-8. */
export const sha256 = (text: string): Promise<string> => sha256OfBytes(new TextEncoder().encode(text));
