import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../server/platform/config/project-root.js';
import { inclusionProof } from '../../shared/log/proof.js';
import { formatReceipt } from '../../shared/log/verify-receipt.js';
import { leafHash } from '../../shared/log/hash.js';
import { utf8 } from '../../shared/log/encoding.js';
import { begun, run } from '../support/command-line.js';
import { workedExample } from '../support/log-example.js';
import { perfectTreesOver, sha256, there } from '../support/log.js';
import { addressFiles, serveLog, type LogServer } from '../support/log-server.js';
import { checkpointOver, envelopes, logKey, texts } from '../support/signed-log.js';

const page = (name: string): string => readFileSync(join(projectRoot, 'docs', name), 'utf8');
const commandsOf = (text: string): string[] =>
  [...text.matchAll(/```console\n([\s\S]+?)```/g)].flatMap(([, lines = '']) => lines.trimEnd().split('\n'));

describe('docs/log-spec.md', () => {
  it('shows a log as the library makes it, byte for byte', async () => {
    const [before = ''] = page('log-spec.md').split('## Worked example');
    await expect(`${before}${workedExample()}`).toMatchFileSnapshot(join(projectRoot, 'docs', 'log-spec.md'));
  });
});

describe('the guides to verifying and witnessing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-log-docs-'));
  let log: LogServer;
  beforeAll(async () => {
    const entries = envelopes(300);
    const proof = inclusionProof(
      sha256,
      { index: 0, size: 300 },
      perfectTreesOver(entries.map((one) => leafHash(sha256, one))),
    );
    const receipt = formatReceipt(there(entries[0]), texts, {
      index: 0,
      proof,
      checkpoint: checkpointOver(entries, ['a', 'b']),
    });
    log = await serveLog(addressFiles(entries, ['a', 'b']).set('receipt/0', utf8(receipt)));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await log.close();
  });

  /** A word of a command, where this machine has what it names. */
  const here = (word: string): string => {
    if (word.startsWith('https://')) return log.base;
    if (word === 'VKEY') return logKey.vkey;
    return /^(?:policy|copy|witness-state|[\w-]+\.[a-z-]+)$/.test(word) ? join(folder, word) : word;
  };

  /** What a line of a guide prints. */
  async function ran(line: string): Promise<string> {
    const [, address, file] =
      /^curl -s 'https:\/\/dialogue\.example\.org\/log\/bg-mk\/(\S+)' > (\S+)$/.exec(line) ?? [];
    if (address !== undefined && file !== undefined) {
      writeFileSync(join(folder, file), await (await fetch(`${log.base}${address}`)).text());
      return '';
    }
    const words = line
      .replace(/^npm run -s entente -- /, '')
      .split(' ')
      .map(here);
    if (words[1] === 'serve') {
      const { child } = await begun([...words.slice(0, -1), '0'], /(add-checkpoint)/);
      child.kill('SIGKILL');
      return '';
    }
    const { code, out, err } = await run(...words);
    // The key is made by the guide itself, so no log has registered it.
    if (words[1] === 'follow') expect(err).toContain('have its key registered');
    else expect({ line, code, err }).toEqual({ line, code: 0, err: '' });
    return out;
  }

  it('run as they are written', async () => {
    const lines = ['how-to/witness-a-log.md', 'how-to/verify-the-record.md'].map(page).flatMap(commandsOf);
    expect(lines).toHaveLength(11);
    const printed = new Map<string, string>();
    for (const line of lines) printed.set(line, await ran(line));
    const [, shown] = /```\n(Entry 0 [\s\S]+?)```/.exec(page('how-to/verify-the-record.md')) ?? [];
    expect([...printed.values()]).toContain(shown);
  });
});
