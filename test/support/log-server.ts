// A log at an address of this machine, served from files as any web server would, which takes cosignatures.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { utf8 } from '../../shared/log/encoding.js';
import { parseNote, parseSignatureLines, verifiedSignatures } from '../../shared/log/note.js';
import { tileWidth } from '../../shared/log/tile.js';
import { publishedFiles, checkpointOver, policy, policyText, texts } from './signed-log.js';

export interface LogServer {
  /** The address of the log, with a slash at its end. */
  readonly base: string;
  /** What it serves; it may be changed. */
  files: ReadonlyMap<string, Uint8Array>;
  /** The paths that were asked for. */
  readonly asked: string[];
  /** The cosignature lines that it took. */
  readonly taken: string[];
  close(): Promise<void>;
}

/** Serves files, and takes cosignatures of the checkpoint among them by the witnesses of the policy. */
export async function serveLog(first: ReadonlyMap<string, Uint8Array>): Promise<LogServer> {
  const [asked, taken]: [string[], string[]] = [[], []];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace('/log/bg-mk/', '');
    asked.push(path);
    if (request.method === 'POST') {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { lines } = JSON.parse(Buffer.concat(parts).toString()) as { lines: string[] };
        const isFine = isCosigned(log.files, lines);
        if (isFine) taken.push(...lines);
        response.writeHead(isFine ? 204 : 403).end();
      });
      return;
    }
    const bytes = log.files.get(path);
    response.writeHead(bytes ? 200 : 404).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const log: LogServer = {
    base: `http://127.0.0.1:${port}/log/bg-mk/`,
    files: first,
    asked,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return log;
}

function isCosigned(files: ReadonlyMap<string, Uint8Array>, lines: readonly string[]): boolean {
  const { text } = parseNote(Buffer.from(files.get('checkpoint') ?? []).toString());
  const signatures = parseSignatureLines(lines.map((line) => `${line}\n`).join(''));
  const keys = policy.witnesses.map(({ key }) => key);
  return verifiedSignatures(logCrypto, text, signatures, keys).length > 0;
}

/** Everything that lies at the address of a log of these entries, the first of which has texts. */
export function addressFiles(
  entries: readonly Uint8Array[],
  cosigners: readonly ('a' | 'b')[] = [],
): Map<string, Uint8Array> {
  const files = publishedFiles(entries)
    .set('checkpoint', utf8(checkpointOver(entries, cosigners)))
    .set('policy', utf8(policyText));
  for (let bundle = 0; bundle * tileWidth < entries.length; bundle += 1) {
    const told = bundle === 0 ? [{ index: 0, disclosures: texts }] : [];
    files.set(`disclosures/${bundle}`, utf8(JSON.stringify({ entries: told, erased: [] })));
  }
  return files;
}
