// The worked example of docs/log-spec.md: a log of three entries with every byte that is stored, signed or handed out.
import { ed25519FromSeed } from '../../server/platform/crypto/log-crypto.js';
import { disclosure, digestOf } from '../../shared/log/disclosure.js';
import { base64, base64url, fromUtf8, hex } from '../../shared/log/encoding.js';
import { encodeEntry } from '../../shared/log/entry.js';
import { leafHash, nodeHash } from '../../shared/log/hash.js';
import { formatPrivateKey, keyType } from '../../shared/log/key.js';
import { consistencyProof, inclusionProof } from '../../shared/log/proof.js';
import { encodeBundle } from '../../shared/log/tile.js';
import { formatReceipt } from '../../shared/log/verify-receipt.js';
import { formatAddCheckpoint } from '../../shared/log/witness-request.js';
import { perfectTreesOver, sha256, there } from './log.js';
import { checkpointOver, envelope, logKey, policyText, rootOver } from './signed-log.js';

const text = disclosure(new Uint8Array(32).fill(7), 'title.bg', 'Река');
const first = encodeEntry(envelope({ sub: 'record-1', _sd: [digestOf(sha256, text)] }));
const revised = envelope({
  t: 'commitment.revised',
  sub: 'record-1',
  rev: 2,
  prev: base64url(leafHash(sha256, first)),
  d: { target: 50, unit: 'km' },
});
const erasing = envelope({
  t: 'record.erased',
  sub: 'record-2',
  by: { side: 'platform' },
  d: { index: 0, digests: [digestOf(sha256, text)], ground: 'art17', erased_on: '2026-11-28' },
});
const entries = [first, encodeEntry(revised), encodeEntry(erasing)];
const leaves = entries.map((entry) => leafHash(sha256, entry));
const read = perfectTreesOver(leaves);

const block = (content: string): string[] => ['```text', ...content.trimEnd().split('\n'), '```', ''];
const part = (sentence: string, content: string): string[] => [sentence, '', ...block(content)];

/** The section, from its heading on. */
export function workedExample(): string {
  const seed = new Uint8Array(32).fill(1);
  const { name, id } = logKey.key;
  const [leaf0, leaf1, leaf2] = [there(leaves[0]), there(leaves[1]), there(leaves[2])];
  const node = nodeHash(sha256, leaf0, leaf1);
  const checkpoint = checkpointOver(entries, ['a', 'b']);
  return (
    [
      '## Worked example',
      '',
      'A log of three entries. A test makes every line of this section; if the format changed, it would fail.',
      '',
      ...part(
        'The private key of the log, of a seed of 32 bytes `01`, and its verifier key:',
        `${formatPrivateKey({ name, id, type: keyType.ed25519, seed })}\n${logKey.vkey}`,
      ),
      ...part('Its public key, in hexadecimal:', hex(ed25519FromSeed(seed).publicKey)),
      ...part('The policy, with a witness of each side (seeds of 32 bytes `02` and `03`):', policyText),
      ...part('A disclosure, and its digest:', `${text}\n${digestOf(sha256, text)}`),
      ...part('What the disclosure decodes to:', fromUtf8(Buffer.from(text, 'base64url'))),
      ...part('The entries, each one line here and without a line break in the log:', entries.map(fromUtf8).join('\n')),
      ...part(
        'Their leaf hashes, the node above the first two, and the root, in hexadecimal:',
        [leaf0, leaf1, leaf2, node, rootOver(entries)].map(hex).join('\n'),
      ),
      ...part('`tile/0/000.p/3` in base64:', base64(Buffer.concat(leaves))),
      ...part(
        'The first 16 bytes of `tile/entries/000.p/3` in hexadecimal, and how many there are:',
        `${hex(encodeBundle(entries).subarray(0, 16))}\n${encodeBundle(entries).length}`,
      ),
      ...part('`checkpoint`, cosigned at 1764000000 by both witnesses:', checkpoint),
      ...part(
        'The receipt of the second entry:',
        formatReceipt(there(entries[1]), [], {
          index: 1,
          proof: inclusionProof(sha256, { index: 1, size: 3 }, read),
          checkpoint,
        }),
      ),
      ...part(
        'The request to a witness that has the tree of one entry:',
        formatAddCheckpoint({
          old: 1,
          proof: consistencyProof(sha256, { from: 1, to: 3 }, read),
          checkpoint: checkpointOver(entries),
        }),
      ),
      ...part(
        '`disclosures/0`, after the text was erased:',
        JSON.stringify({ entries: [], erased: [digestOf(sha256, text)] }),
      ),
    ]
      .join('\n')
      .trimEnd() + '\n'
  );
}
