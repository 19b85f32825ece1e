import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { revocationReasons } from './key.rules.js';
import { witnessSides } from './witness.rules.js';

// The addresses of a log, as its formats have them (C2SP tlog-tiles): programs that know nothing of us read it there.

const text = 'text/plain; charset=utf-8';
const ofDyad = z.object({ dyad: slug });
/** What stands behind `tile/`: `0/x001/067`, `entries/000.p/12`. */
const ofTile = z.object({ dyad: slug, '*': z.string().max(60) });

export const readCheckpoint = contract({
  route: 'GET /log/:dyad/checkpoint',
  summary:
    'The latest signed checkpoint of a dyad\u2019s log, with the cosignatures of its witnesses (C2SP tlog-checkpoint)',
  action: 'public.read',
  params: ofDyad,
  octets: { type: text, lasts: 'until it grows' },
  failures: ['request.not_found'],
});

export const readWitnessedCheckpoint = contract({
  route: 'GET /log/:dyad/checkpoint.witnessed',
  summary: 'The largest checkpoint that witnesses of both sides have signed',
  action: 'public.read',
  params: ofDyad,
  octets: { type: text, lasts: 'until it grows' },
  failures: ['request.not_found'],
});

export const readTile = contract({
  route: 'GET /log/:dyad/tile/*',
  summary: 'A tile of a log, or a bundle of its entries (C2SP tlog-tiles)',
  action: 'public.read',
  params: ofTile,
  octets: { type: 'application/octet-stream', lasts: 'for ever' },
  failures: ['request.not_found'],
});

export const readDisclosures = contract({
  route: 'GET /log/:dyad/disclosures/:bundle',
  summary: 'What opens the commitments in the entries of a bundle, as far as anybody may know it',
  action: 'public.read',
  params: ofDyad.extend({ bundle: z.string().regex(/^(?:0|[1-9]\d{0,6})$/) }),
  octets: { type: 'application/json', lasts: 'not at all' },
  failures: ['request.not_found'],
});

export const readReceipt = contract({
  route: 'GET /log/:dyad/receipt/:entry',
  summary: 'The proof that an entry is in a log, in one file that can be checked without us (C2SP tlog-proof)',
  action: 'public.read',
  params: ofDyad.extend({ entry: z.string().regex(/^(?:0|[1-9]\d{0,9})$/) }),
  file: text,
  failures: ['request.not_found'],
});

export const readLogPolicy = contract({
  route: 'GET /log/:dyad/policy',
  summary: 'The keys of a log, and whose cosignatures make a checkpoint a witnessed one (C2SP tlog-policy)',
  action: 'public.read',
  params: ofDyad,
  octets: { type: text, lasts: 'until it grows' },
  failures: ['request.not_found'],
});

/** A checkpoint has a handful of witnesses; one that sends more lines than a reader has to take says nothing we need. */
const mostLines = 16;

export const addCosignature = contract({
  route: 'POST /log/:dyad/add-cosignature',
  summary: 'Hands in cosignatures of registered witnesses under a published checkpoint (C2SP tlog-cosignature)',
  action: 'log.cosign',
  params: ofDyad,
  body: z.object({
    /** Of the checkpoint. */
    size: z
      .int()
      .min(1)
      .max(2 ** 31 - 1),
    /** Signature lines of a note, each without its line break. */
    lines: z.array(z.string().max(400)).min(1).max(mostLines),
  }),
  status: 204,
  failures: ['request.not_found', 'record.no_such_checkpoint', 'record.not_cosigned'],
});

/** How a log stands: what is signed, by which keys, and who has seen it. */
export const logView = z.object({
  origin: z.string(),
  /** What signs it now: two while the key is changed, nothing after the last was revoked. */
  keys: z.array(
    z.object({
      /** C2SP signed-note. */
      verifierKey: z.string(),
      since: z.iso.date(),
      /** The first day on which it does not sign; nothing for the one that goes on. */
      retiresOn: z.iso.date().nullable(),
    }),
  ),
  /** Since when nothing new is signed, where no key is left, and why; what is new waits for the next key. */
  frozen: z.object({ on: z.iso.date(), reason: z.enum(revocationReasons) }).nullable(),
  size: z.int(),
  /** How many entries witnesses of both sides have seen; nothing as long as a side has no witness, or none has signed. */
  witnessedSize: z.int().nullable(),
  witnesses: z.array(
    z.object({
      /** What the policy calls them: `a-1`. */
      policyName: z.string(),
      verifierKey: z.string(),
      side: z.enum(witnessSides),
      name: z.record(z.string(), z.string()),
      /** The day of their latest cosignature. */
      cosignedOn: z.iso.date().nullable(),
    }),
  ),
});
export type LogView = z.infer<typeof logView>;

export const readLog = contract({
  route: 'GET /api/dyads/:dyad/log',
  summary: 'How the log of a dyad stands: origin, keys, size, witnesses',
  action: 'public.read',
  params: ofDyad,
  response: logView,
  failures: ['request.not_found'],
});
