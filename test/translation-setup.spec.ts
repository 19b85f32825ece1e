import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { runCommandLine } from '../server/cli/command-line.js';
import { projectRoot } from '../server/platform/config/project-root.js';
import { testSecret } from './support/app.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-setup-'));
// Somebody who is not root has to be able to look into it.
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the set-up as somebody on whose path there is nothing but that folder. */
function setUp(as?: number): { status: number | null; stderr: string } {
  const script = join(projectRoot, 'server', 'launch', 'translation-setup.mjs');
  const options = { env: { PATH: folder }, encoding: 'utf8', ...(as !== undefined && { uid: as }) } as const;
  const { status, stderr } = spawnSync(process.execPath, [script], options);
  return { status, stderr };
}

async function prove(path: string): Promise<{ code: number; out: string }> {
  for (const [name, value] of Object.entries({ PATH: path, DATA_DIR: folder, ENTENTE_SECRET: testSecret }))
    vi.stubEnv(name, value);
  const written = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  try {
    const code = await runCommandLine(['translation', 'prove']);
    return { code, out: written.mock.calls.map(([text]) => String(text)).join('') };
  } finally {
    written.mockRestore();
    vi.unstubAllEnvs();
  }
}

it('says in a sentence that it installs nothing on what is no Debian', () => {
  expect(setUp()).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^This is no Debian or Ubuntu: .*Missing: apertium, .*apertium-apy\.\n$/),
  });
});

it('says to somebody who is not root what root would have to run', () => {
  writeFileSync(join(folder, 'apt-get'), '#!/bin/false\n', { mode: 0o755 });
  const nobody = process.getuid?.() === 0 ? 65_534 : undefined;
  const { status, stderr } = setUp(nobody);
  expect([status, stderr]).toEqual([1, expect.stringContaining('sudo apt-get install -y --no-install-recommends')]);
});

it('installs what the image has, too', () => {
  const image = readFileSync(join(projectRoot, 'Dockerfile'), 'utf8');
  const list = readFileSync(join(projectRoot, 'server', 'launch', 'translation-packages.mjs'), 'utf8');
  const names = [...list.matchAll(/package: '([a-z-]+)'/g)].map(([, name = '']) => name);
  expect(names).toContain('apertium');
  for (const name of names) expect(image).toMatch(new RegExp(` ${name}(?:\\s|$)`, 'm'));
});

it('proves nothing where there is no Apertium, and says so', async () => {
  expect(await prove(folder)).toEqual({ code: 1, out: expect.stringContaining('No pair of Apertium is installed') });
});

const isInstalled = spawnSync('apertium', ['-V']).status === 0;
it.skipIf(!isInstalled)('has each pair that is installed deny what a sentence denies', async () => {
  const { code, out } = await prove(process.env['PATH'] ?? '');
  expect(code, out).toBe(0);
  expect(out).toMatch(/^holds {2}mk to bg: Не се согласувам со предлогот\. → Не се съгласявам/m);
  expect(out).toMatch(/^npm start will find Apertium with mk-bg, bg-mk, ur-hi, hi-ur\.$/m);
});
