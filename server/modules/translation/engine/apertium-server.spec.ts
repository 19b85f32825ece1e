import { execFileSync, spawnSync } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import type { ClientRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { OutgoingRequests } from '../../../platform/http/outgoing-requests.js';
import { ApertiumServer } from './apertium-server.js';
import { ApertiumEngine } from './apertium.engine.js';
import type { Segment } from './translation-engine.js';

const isInstalled =
  spawnSync('apertium', ['-V']).status === 0 &&
  spawnSync('/usr/bin/python3', ['-c', 'import apertium_apy']).status === 0;
if (!isInstalled)
  process.stderr.write('SKIPPED: apertium-apy is not installed, so Apertium as a server is not tested.\n');

const folder = mkdtempSync(join(tmpdir(), 'entente-apy-'));
const server = new ApertiumServer(new OutgoingRequests([], { warn: () => undefined }));
const served = new ApertiumEngine(folder, { server });
const byCommand = new ApertiumEngine(folder);
afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
});

const texts: Readonly<Record<string, readonly string[]>> = {
  'mk-bg': [
    'Не се согласувам со предлогот.',
    'Водата <x id="0"/> не е чиста &amp; студена.',
    'Никој не праша непознатотово.',
  ],
  'bg-mk': ['Водата в реката не е чиста.', 'Модераторът дойде на <x id="0"/>.'],
  'ur-hi': ['ہم پانی کے بارے میں بات نہیں کرتے۔', 'میں اس تجویز سے متفق نہیں ہوں۔'],
  'hi-ur': ['हम पानी के बारे में बात नहीं करते।'],
};
const segments = (pair: string): Segment[] => (texts[pair] ?? []).map((html, at) => ({ id: `s${at}`, html }));
const translate = (engine: ApertiumEngine, pair = 'mk-bg') => {
  const [source = '', target = ''] = pair.split('-');
  return engine.translate({ source, target }, segments(pair), AbortSignal.timeout(20_000));
};

/** The server that this process started, by its parent and what it runs. */
function serverProcess(): number | undefined {
  const listed = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const own = listed
    .split('\n')
    .find((line) => line.includes('apertium_apy') && line.split(/\s+/).includes(String(process.pid)));
  return own === undefined ? undefined : Number(own.trim().split(/\s+/)[0]);
}

/** The addresses that a process listens on, as the kernel writes them. */
function listeningOn(pid: number): string[] {
  const sockets = readdirSync(`/proc/${pid}/fd`).map(
    (file) => /socket:\[(\d+)\]/.exec(readlinkSync(`/proc/${pid}/fd/${file}`))?.[1],
  );
  return ['tcp', 'tcp6'].flatMap((family) =>
    readFileSync(`/proc/${pid}/net/${family}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === '0A' && sockets.includes(inode))
      .map(([, local = '']) => local.replace(/:.*/, '')),
  );
}

describe('Apertium as a server of our own', () => {
  it.skipIf(!isInstalled).each(Object.keys(texts))(
    'says word for word what its command line says: %s',
    async (pair) => {
      const made = await translate(served, pair);
      expect(made.map(({ id }) => id)).toEqual(segments(pair).map(({ id }) => id));
      expect(made).toEqual(await translate(byCommand, pair));
      expect(serverProcess()).toBeDefined();
    },
  );

  it.skipIf(!isInstalled)('TRAP-04: is reached from this machine only', () => {
    expect(listeningOn(serverProcess() ?? 0)).toEqual(['0100007F']);
  });

  it.skipIf(!isInstalled)('TRAP-03: gets texts by POST, since it logs the addresses that it is asked at', async () => {
    const asked: string[] = [];
    const note = (message: unknown): void => {
      const { request } = message as { request: ClientRequest };
      asked.push(`${request.method} ${decodeURIComponent(request.path)}`);
    };
    subscribe('http.client.request.start', note);
    await translate(served);
    unsubscribe('http.client.request.start', note);
    expect(asked).toEqual(['POST /translate']);
  });

  it.skipIf(!isInstalled)('is asked again when a pipeline died in it', async () => {
    const own = serverProcess();
    const children = execFileSync('ps', ['-eo', 'pid=,ppid=,comm='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, parent, name]) => parent === String(own) && name === 'lt-proc');
    expect(children.length).toBeGreaterThan(0);
    for (const [pid] of children) process.kill(Number(pid), 'SIGKILL');
    expect(await translate(served)).toEqual(await translate(byCommand));
    expect(serverProcess()).toBe(own);
  });

  it.skipIf(!isInstalled)('is replaced by the command line when it died, and begun anew', async () => {
    const own = serverProcess();
    process.kill(own ?? 0, 'SIGKILL');
    expect(await translate(served)).toEqual(await translate(byCommand));
    await translate(served);
    expect(serverProcess()).toBeDefined();
    expect(serverProcess()).not.toBe(own);
  });

  it.skipIf(!isInstalled)(
    'ends with its input, as it does when this process dies; then the command line is asked',
    async () => {
      const own = serverProcess();
      expect(own).toBeDefined();
      await served.stop();
      expect(serverProcess()).toBeUndefined();
      expect(await translate(served)).toEqual(await translate(byCommand));
      expect(serverProcess()).toBeUndefined();
    },
  );
});
