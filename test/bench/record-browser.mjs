// A log and a receipt that are checked in Chromium, by the code that the client has for it.
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { logCrypto } from '../../dist/server/platform/crypto/log-crypto.js';
import { formatCheckpoint } from '../../dist/shared/log/checkpoint.js';
import { cosignedMessage, encodeCosignature } from '../../dist/shared/log/cosignature.js';
import { base64, utf8 } from '../../dist/shared/log/encoding.js';
import { encodeEntry } from '../../dist/shared/log/entry.js';
import { leafHash, nodeHash } from '../../dist/shared/log/hash.js';
import { keyType } from '../../dist/shared/log/key.js';
import { signedNote } from '../../dist/shared/log/note.js';
import { bundlesOf, entriesPath, tilePath, tilesOf } from '../../dist/shared/log/tile.js';
import { formatReceipt } from '../../dist/shared/log/verify-receipt.js';
import { chromiumPath } from './page.mjs';
import { keyOf } from './record-keys.mjs';

const { sha256 } = logCrypto;
const origin = 'bench.example/log';
const entry = {
  v: 1,
  t: 'charter.adopted',
  sub: 'bench',
  rev: 1,
  prev: null,
  day: '2026-01-01',
  by: { side: 'both' },
  d: { version: 1, articles: 1 },
  _sd: [],
  _sd_alg: 'sha-256',
};
/** A tree of a million entries. */
const hashes = 20;
const times = 20;
const address = 'http://localhost/';

/**
 * @param log the address of a log, and the note of a checkpoint of it
 * @returns the milliseconds of the whole log once it is there, and of a receipt: of the first in a page, and of the middle one
 *   of the next; nothing where there is no Chromium
 */
export async function inBrowser(log) {
  if (chromiumPath === undefined) return undefined;
  const browser = await chromium.launch({ executablePath: chromiumPath });
  const page = await browser.newPage();
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  const script = await pageScript();
  const open = async () => {
    await page.goto(address);
    await page.addScriptTag({ content: script });
  };
  await open();
  const whole = await page.evaluate((files) => globalThis.bench.log(files), await published(log));
  await open();
  const [first, ...next] = await page.evaluate((asked) => globalThis.bench.receipt(asked), { ...witnessed(), times });
  await browser.close();
  return {
    ...whole,
    receipt: { first, next: next.toSorted((one, other) => one - other)[Math.floor(next.length / 2)] },
  };
}

async function pageScript() {
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'import.meta.env.VERIFIER_FILE': 'undefined' },
    build: {
      write: false,
      rolldownOptions: { input: join(import.meta.dirname, 'record-in-page.mjs'), output: { codeSplitting: false } },
    },
  });
  return output[0].code;
}

/** Everything of a log that a checkpoint is about, fetched. */
async function published({ url, size, checkpoint }) {
  const fetched = async (path) => {
    const answer = await fetch(`${url}/${path}`);
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const paths = [...[...bundlesOf(size)].map(entriesPath), ...[...tilesOf(size)].map(tilePath)];
  const files = [];
  for (const path of paths) files.push([path, base64(await fetched(path))]);
  return { checkpoint, policy: Buffer.from(await fetched('policy')).toString(), files };
}

/** A receipt from a tree of a million entries, signed by the log and three witnesses, and the policy that asks for them. */
function witnessed() {
  const log = keyOf(origin, keyType.ed25519);
  const witnesses = ['a', 'b', 'c'].map((name) => keyOf(`witness-${name}.example/bench`, keyType.cosignature));
  const record = encodeEntry(entry);
  const proof = Array.from({ length: hashes }, () => new Uint8Array(randomBytes(32)));
  const root = proof.reduce((left, right) => nodeHash(sha256, left, right), leafHash(sha256, record));
  const text = formatCheckpoint({ origin, size: 2 ** hashes, root });
  const time = Math.floor(Date.now() / 1000);
  const checkpoint = signedNote(text, [
    log.line(log.sign(utf8(text))),
    ...witnesses.map((one) => one.line(encodeCosignature({ time, signature: one.sign(cosignedMessage(time, text)) }))),
  ]);
  const named = witnesses.map((one, at) => `witness w${at} ${one.vkey}\n`).join('');
  return {
    receipt: formatReceipt(record, [], { index: 0, proof, checkpoint }),
    policy: `log ${log.vkey}\n${named}group three all w0 w1 w2\nquorum three\n`,
  };
}
