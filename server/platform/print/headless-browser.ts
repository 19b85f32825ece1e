import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A printed page takes a second or two; a browser that takes this long hangs. */
const patience = 20_000;
/** Of what a browser complains about, as much as says why it did not start. */
const longestComplaint = 20_000;

/** No profile, no services of its maker, and nowhere to go: every name and every address leads nowhere. */
const alone = [
  '--headless',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
];

/** Where the machine refuses a browser its sandbox, it says so in these words and ends. */
const sandboxRefused = /no usable sandbox|without --no-sandbox is not supported|namespace sandbox/i;

/** Why there is no PDF; the code is for the log. */
export class PrintError extends Error {
  constructor(readonly code: 'stopped' | 'ended_badly' | 'no_pdf') {
    super(`The browser gave no PDF: ${code}`);
    this.name = 'PrintError';
  }
}

/**
 * Prints a document that needs nothing from anywhere as PDF, in a browser that lives for this alone and reaches no network.
 * The browser's own sandbox is on wherever the machine allows it.
 * @throws PrintError, or the error of a program that cannot be run
 */
export async function printAsPdf(browser: string, html: string, stop: AbortSignal): Promise<Buffer> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(patience)]);
  const folder = await mkdtemp(join(tmpdir(), 'entente-print-'));
  try {
    await writeFile(join(folder, 'page.html'), html, { mode: 0o600 });
    const complaint = await run(browser, folder, process.getuid?.() === 0, signal);
    const again = complaint !== undefined && sandboxRefused.test(complaint);
    const left = again ? await run(browser, folder, true, signal) : complaint;
    if (left !== undefined) throw new PrintError('ended_badly');
    const pdf = await readFile(join(folder, 'page.pdf')).catch(() => Buffer.alloc(0));
    if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new PrintError('no_pdf');
    return pdf;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** @returns what a browser that failed complained about; nothing when it ended well */
function run(
  browser: string,
  folder: string,
  withoutSandbox: boolean,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (signal.aborted) return Promise.reject(new PrintError('stopped'));
  const switches = [
    ...alone,
    ...(withoutSandbox ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'profile')}`,
    `--print-to-pdf=${join(folder, 'page.pdf')}`,
    pathToFileURL(join(folder, 'page.html')).href,
  ];
  const child = spawn(browser, switches, {
    // A group of its own: a browser is several processes, and all of them must go.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: folder, TMPDIR: folder, LC_ALL: 'C.UTF-8' },
  });
  return new Promise((resolve, reject) => {
    let complaint = '';
    const late = (): void => stopGroup(child.pid);
    signal.addEventListener('abort', late, { once: true });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      complaint = (complaint + part).slice(0, longestComplaint);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      signal.removeEventListener('abort', late);
      stopGroup(child.pid);
      if (signal.aborted) reject(new PrintError('stopped'));
      else resolve(code === 0 ? undefined : complaint);
    });
  });
}

function stopGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
