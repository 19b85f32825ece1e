// A log of a dyad as it would be published: entries in their envelope, keys of the log and of a witness of each side.
import { ed25519FromSeed } from '../../server/platform/crypto/log-crypto.js';
import { formatCheckpoint } from '../../shared/log/checkpoint.js';
import { cosignedMessage, encodeCosignature } from '../../shared/log/cosignature.js';
import { disclosure, digestOf } from '../../shared/log/disclosure.js';
import { base64url, utf8 } from '../../shared/log/encoding.js';
import { encodeEntry, type Entry } from '../../shared/log/entry.js';
import { leafHash, type Hash } from '../../shared/log/hash.js';
import { keyId, keyType, verifierKey, type KeyType } from '../../shared/log/key.js';
import { signatureLine, signedNote } from '../../shared/log/note.js';
import { parsePolicy, type Policy } from '../../shared/log/policy.js';
import { tileHashReader, tilePath } from '../../shared/log/tile.js';
import { appended, emptyFrontier, frontierOf, rootOf } from '../../shared/log/tree.js';
import { sha256, staticFiles, there } from './log.js';

export const origin = 'example.org/log/bg-mk';

/** A pair of keys of a name; the number is its seed. */
export function signingKey(name: string, number: number, type: KeyType = keyType.ed25519) {
  const signer = ed25519FromSeed(new Uint8Array(32).fill(number));
  const key = { name, type, publicKey: signer.publicKey };
  const id = keyId(sha256, key);
  return {
    key: { ...key, id },
    vkey: verifierKey(sha256, key),
    line: (text: string) => signatureLine(name, id, signer.sign(utf8(text))),
    cosigned: (text: string, time: number) =>
      signatureLine(name, id, encodeCosignature({ time, signature: signer.sign(cosignedMessage(time, text)) })),
  };
}

export const logKey = signingKey(origin, 1);
export const witnesses = {
  a: signingKey('witness.bg.example', 2, keyType.cosignature),
  b: signingKey('witness.mk.example', 3, keyType.cosignature),
};

/** The quorum of a dyad: somebody of each side has to have looked. */
export const policyText = [
  `log ${logKey.vkey}`,
  `witness witness-a ${witnesses.a.vkey}`,
  `witness witness-b ${witnesses.b.vkey}`,
  'group side-a any witness-a',
  'group side-b any witness-b',
  'group both all side-a side-b',
  'quorum both',
  '',
].join('\n');
export const policy: Policy = parsePolicy(sha256, policyText);

/** An entry of the log, with what is not said otherwise. */
export const envelope = (changes: Partial<Entry> = {}): Entry => ({
  v: 1,
  t: 'agreement.published',
  sub: '01J9ZC6V3N8M5T2R7Q4W1X0YKA',
  rev: 1,
  prev: null,
  day: '2026-11-28',
  by: { side: 'both' },
  d: { target: 40, unit: 'km' },
  _sd: [],
  _sd_alg: 'sha-256',
  ...changes,
});

const salt = (number: number): Uint8Array => new Uint8Array(32).fill(number);

export const texts = [
  disclosure(salt(1), 'text.bg', 'Четиридесет километра релси до 2028 г.'),
  disclosure(salt(2), 'text.mk', 'Четириесет километри пруга до 2028 г.'),
] as const;

/** An entry with two texts that everybody may read and a name that nobody may. */
export const withTexts = envelope({
  _sd: [...texts, disclosure(salt(3), 'person', 'Елена')].map((one) => digestOf(sha256, one)).toSorted(),
});

/** A log of so many entries: the first has texts, and every third record is revised by the entry after it. */
export function envelopes(size: number): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let before: { readonly sub: string; readonly leaf: Hash } | undefined;
  for (let at = 0; at < size; at += 1) {
    const revised = at % 3 === 2 ? before : undefined;
    const sub = revised?.sub ?? `record-${at}`;
    const changes = revised ? { rev: 2, prev: base64url(revised.leaf) } : {};
    const bytes = encodeEntry({ ...(at === 0 ? withTexts : envelope()), sub, d: { at }, ...changes });
    entries.push(bytes);
    before = { sub, leaf: leafHash(sha256, bytes) };
  }
  return entries;
}

export const rootOver = (entries: readonly Uint8Array[]): Hash =>
  rootOf(
    sha256,
    appended(
      sha256,
      emptyFrontier,
      entries.map((entry) => leafHash(sha256, entry)),
    ),
  );

/** The checkpoint over these entries, signed by the log, and by the witnesses that are named. */
export const checkpointOver = (entries: readonly Uint8Array[], cosigners: readonly ('a' | 'b')[] = []): string =>
  signedCheckpointOf(entries.length, rootOver(entries), cosigners);

function signedCheckpointOf(size: number, root: Hash, cosigners: readonly ('a' | 'b')[] = []): string {
  const text = formatCheckpoint({ origin, size, root });
  return signedNote(text, [
    logKey.line(text),
    ...cosigners.map((side) => witnesses[side].cosigned(text, 1_764_000_000)),
  ]);
}

/** Every file that the log serves. */
export function publishedFiles(entries: readonly Uint8Array[]): Map<string, Uint8Array> {
  const files = staticFiles(entries);
  const size = entries.length;
  const read = tileHashReader(sha256, size, (tile) => there(files.get(tilePath(tile))));
  return files.set('checkpoint', utf8(signedCheckpointOf(size, rootOf(sha256, frontierOf(size, read)))));
}
