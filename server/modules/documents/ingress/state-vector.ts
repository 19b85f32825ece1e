import { BoundedReader } from './bounded-reader.js';
import { largestClient, largestClock } from './update-reader.js';

const mostClients = 20_000;

/** A state vector as somebody sent it, once it is known to be one. @throws RefusedFrame */
export function requireStateVector(bytes: Uint8Array): Uint8Array {
  const reader = new BoundedReader(bytes);
  for (let many = reader.number(mostClients); many > 0; many -= 1) {
    reader.number(largestClient);
    reader.number(largestClock);
  }
  reader.end();
  return bytes;
}
