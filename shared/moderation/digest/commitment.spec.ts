import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedJson } from '../../contract/sorted-json.js';
import { commitmentOf, openCommitment, proves } from './commitment.js';
import { digestOf } from './digest.js';
import { moderationDigest, type ModerationDigest } from './digest.schema.js';
import { disclosure, type Disclosure } from './disclosure.schema.js';

/** As browsers and servers alike work it out. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}

const puid = 'f3d8a9d2-6a55-4b1e-9a36-6f5f2a0c7d11';
const said = {
  reason: 'HATE',
  measure: 'remove',
  sanction: { kind: 'silence', days: 7 },
  detectedAutomatically: false,
  decidedBy: 'people',
  keys: ['a', 'b'],
  isProxy: false,
} as const;

const given: Disclosure = disclosure.parse({
  salt: Array.from({ length: 32 }, (_, at) => at.toString(16).padStart(2, '0')).join(''),
  statement: {
    format: 'entente-statement-of-reasons/1',
    puid,
    dyad: 'river',
    day: '2026-03-31',
    ...said,
    reasonVersion: 1,
    ground: { kind: 'charter', version: 3, article: 4 },
    source: 'report',
    facts: { bg: 'Обижда всички от другия бряг.', mk: 'Ги навредува сите од другиот брег.' },
    contentHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    appealUntil: '2026-09-30',
  },
});

const digestWith = (commitment: string): ModerationDigest =>
  moderationDigest.parse(
    digestOf({
      dyad: 'river',
      day: '2026-03-31',
      versions: { charter: 3, reasons: 1, wordLists: [] },
      proxyKeys: 0,
      expiries: { holds: 0, proposals: 0 },
      appeals: { received: 0, upheld: 0, varied: 0, overturned: 0 },
      requests: { governments: { a: 0, b: 0 }, parties: { a: 0, b: 0 } },
      secondsWaiting: [],
      closed: [
        {
          reason: said.reason,
          measure: said.measure,
          sanction: said.sanction,
          source: 'report',
          secondsToDecision: 4000,
          outcome: 'restricted',
          decision: {
            puid,
            detectedAutomatically: false,
            decidedBy: 'people',
            keys: [...said.keys],
            isProxy: false,
            commitment,
          },
        },
      ],
    }),
  );

const digest = digestWith(await commitmentOf(given, sha256));

/** What a text of bytes opens, or nothing when it is no disclosure at all. */
async function opened(bytes: Uint8Array<ArrayBuffer>, of: ModerationDigest) {
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return await openCommitment(disclosure.parse(read), of, sha256);
  } catch {
    return undefined;
  }
}

const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(sortedJson(value));

describe('the commitment to a statement of reasons', () => {
  it('MOD-40: is SHA-256 of salt and canonical JSON, as anybody else works it out', async () => {
    // Python: hashlib.sha256(bytes(range(32)) + canonical.encode()).hexdigest()
    expect(await commitmentOf(given, sha256)).toBe('e8fd9cab862f9fbd0b22e3d3005c61791b718a3b3d67a8e3641a98ffbfad894b');
  });

  it('MOD-40: opens with its salt', async () => {
    const found = await openCommitment(given, digest, sha256);
    expect(found).toEqual({ isListed: true, opens: true, agrees: true });
    expect(proves(found)).toBe(true);
    expect(await opened(bytesOf(given), digest)).toEqual(found);
  });

  it('MOD-40: opens with no byte of the disclosure changed, whichever it is', async () => {
    const bytes = bytesOf(given);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        const found = await opened(changed, digest);
        expect(found !== undefined && proves(found)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('MOD-40: opens with no letter of the commitment changed, nor with another salt', async () => {
    const commitment = digest.decisions[0]?.commitment ?? '';
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 63 }), fc.constantFrom(...'0123456789abcdef'), async (at, letter) => {
        const changed = `${commitment.slice(0, at)}${letter}${commitment.slice(at + 1)}`;
        const { opens } = await openCommitment(given, digestWith(changed), sha256);
        expect(opens).toBe(changed === commitment);
      }),
    );
    const other = { ...given, salt: given.salt.replace('00', '01') };
    expect((await openCommitment(other, digest, sha256)).opens).toBe(false);
  });

  it('shows when a digest lists another decision than it commits to, or none', async () => {
    const [decision] = digest.decisions;
    if (!decision) throw new Error('the digest lists the decision');
    const milder: ModerationDigest = { ...digest, decisions: [{ ...decision, sanction: null }] };
    expect(await openCommitment(given, milder, sha256)).toEqual({ isListed: true, opens: true, agrees: false });
    const nowhere = { isListed: false, opens: false, agrees: false };
    expect(await openCommitment(given, { ...digest, decisions: [] }, sha256)).toEqual(nowhere);
    expect(await openCommitment(given, { ...digest, day: '2026-04-01' }, sha256)).toEqual(nowhere);
    expect(await openCommitment(given, { ...digest, dyad: 'railway' }, sha256)).toEqual(nowhere);
  });
});
