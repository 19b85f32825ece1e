import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a page of our own, or one that pretends, would give an authenticator and pass on. */
export interface Ceremony {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  /** Whether the device asked its user (a finger, a code); without it a passkey is one factor only. */
  readonly verified?: boolean;
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const base64url = (data: Buffer): string => data.toString('base64url');

/** CBOR (RFC 8949), as much of it as an authenticator writes: integers, byte and text strings, maps. */
type Cbor = number | string | Buffer | Map<number | string, Cbor>;

function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count]);
  return count < 256
    ? Buffer.from([(major << 5) | 24, count])
    : Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
}

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

/** A passkey in software (WebAuthn level 3, ES256), which can also do what an honest one would not. */
export class Authenticator {
  private readonly id = randomBytes(16);
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  /** How often it signed; a copy of it would begin again from an earlier number. */
  counter = 1;

  /** Answers `navigator.credentials.create`. */
  register(ceremony: Ceremony): Record<string, unknown> {
    const [x, y] = coordinates(this.keys.publicKey);
    const key = cbor(
      new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, x],
        [-3, y],
      ]),
    );
    const idLength = Buffer.from([0, this.id.length]);
    const data = Buffer.concat([this.data(ceremony, 0x40), Buffer.alloc(16), idLength, this.id, key]);
    const attestation = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', data],
    ]);
    return this.message({
      clientDataJSON: base64url(clientData('webauthn.create', ceremony)),
      attestationObject: base64url(cbor(attestation)),
      transports: ['internal'],
    });
  }

  /** Answers `navigator.credentials.get`. */
  signIn(ceremony: Ceremony): Record<string, unknown> {
    this.counter += 1;
    const client = clientData('webauthn.get', ceremony);
    const data = this.data(ceremony, 0);
    return this.message({
      clientDataJSON: base64url(client),
      authenticatorData: base64url(data),
      signature: base64url(sign('sha256', Buffer.concat([data, sha256(client)]), this.keys.privateKey)),
    });
  }

  /** The same passkey under another key: what somebody would send who knows its id only. */
  forged(): Authenticator {
    const other = new Authenticator();
    Object.defineProperty(other, 'id', { value: this.id });
    other.counter = this.counter + 10;
    return other;
  }

  /** Authenticator data up to the counter: relying party, flags (present, verified), counter. */
  private data({ rpId, verified = true }: Ceremony, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags | 0x01 | (verified ? 0x04 : 0)]), counter]);
  }

  private message(response: Record<string, unknown>): Record<string, unknown> {
    const id = base64url(this.id);
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }
}

const clientData = (type: string, { challenge, origin }: Ceremony): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

function coordinates(key: KeyObject): [Buffer, Buffer] {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
}
