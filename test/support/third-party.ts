// A verifier that others have written: Go's module of its own checksum database, and of us the public formats.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../server/platform/config/project-root.js';

/** Where Debian puts the sources of Go's modules. */
const goPath = '/usr/share/gocode';

/** Whether it can be built here. */
export const hasGo =
  spawnSync('go', ['version']).status === 0 &&
  existsSync(join(goPath, 'src', 'golang.org', 'x', 'mod', 'sumdb', 'tlog'));

if (!hasGo) process.stdout.write('No Go with golang.org/x/mod on this machine: no third party verifies the log.\n');

const source = join(projectRoot, 'test', 'log', 'third-party', 'verify.go');

/** What a log is judged by, and an older checkpoint that it has to contain. */
export interface JudgedUnder {
  readonly key: string;
  readonly older?: string | undefined;
}

/** The verifier, built into a folder of the test's. */
export class ThirdParty {
  private readonly program: string;
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    this.program = join(folder, 'verify');
    const env = { ...process.env, GO111MODULE: 'off', GOPATH: goPath, GOCACHE: join(folder, 'cache') };
    const { status, stderr } = spawnSync('go', ['build', '-o', this.program, source], { env });
    if (status !== 0) throw new Error(stderr.toString());
  }

  /** What it says of the files of a log: `accepted`, or why not. */
  judged(files: ReadonlyMap<string, Uint8Array>, { key, older }: JudgedUnder): string {
    const log = this.written(files);
    const before = join(log, 'older-checkpoint');
    if (older !== undefined) writeFileSync(before, older);
    const { status, stdout, stderr } = spawnSync(this.program, [log, key, ...(older === undefined ? [] : [before])]);
    rmSync(log, { recursive: true });
    return status === 0 ? stdout.toString().trim() : stderr.toString().trim();
  }

  /** Writes a log as a web server would serve it. @returns where */
  private written(files: ReadonlyMap<string, Uint8Array>): string {
    const to = mkdtempSync(join(this.folder, 'log-'));
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      writeFileSync(join(to, path), bytes);
    }
    return to;
  }
}
