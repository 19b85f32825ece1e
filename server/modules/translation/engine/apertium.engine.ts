import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepareMode, type PreparedMode } from './apertium-repair.js';
import {
  EngineError,
  type Pair,
  type Segment,
  type TranslatedSegment,
  type TranslationEngine,
} from './translation-engine.js';

const run = promisify(execFile);

/** The pairs whose quality was looked at; others that may be installed give wrong or empty texts. */
const vetted: Readonly<Record<string, Pair>> = {
  'mkd-bul': { source: 'mk', target: 'bg' },
  'bul-mkd': { source: 'bg', target: 'mk' },
  'urd-hin': { source: 'ur', target: 'hi' },
  'hin-urd': { source: 'hi', target: 'ur' },
};

/**
 * Apertium's formatters open `/dev/stdin` by name, which fails on the socket that Node gives a child; through `cat` it is
 * a pipe. The folder and the name are parameters of the shell, never part of its text.
 */
const throughPipe = 'cat | apertium -d "$1" -f html "$2"';

/** All that the pipeline's programs need to know; the server's own settings are not for them. */
const programs = '/usr/local/bin:/usr/bin:/bin';

const systemModes = '/usr/share/apertium/modes';
const longestOutput = 4 * 1024 * 1024;

/** Apertium on this machine, from its command line: rule-based, offline, some 50 ms a batch. */
export class ApertiumEngine implements TranslationEngine {
  readonly id = 'apertium';
  readonly egress = 'local';
  private readonly modes = new Map<string, PreparedMode>();
  private installed: Promise<string | undefined> | undefined;

  /** @param folder where our own copies of the pipelines are written */
  constructor(private readonly folder: string) {}

  async version(pair: Pair): Promise<string> {
    const name = nameOf(pair) ?? '';
    return `apertium/${(await this.installedVersion()) ?? 'none'} ${name} repair:${this.mode(name).digest}`;
  }

  async pairs(): Promise<readonly Pair[]> {
    if ((await this.installedVersion()) === undefined) return [];
    return Object.entries(vetted)
      .filter(([name]) => existsSync(join(systemModes, `${name}.mode`)))
      .map(([, pair]) => pair);
  }

  async translate(
    pair: Pair,
    segments: readonly Segment[],
    signal: AbortSignal,
  ): Promise<readonly TranslatedSegment[]> {
    const name = nameOf(pair);
    if (name === undefined) throw new EngineError('unsupported_pair', this.id);
    const sent = segments.map(({ id, html }) => `<p id="${id}">${html}</p>`).join('\n');
    const received = await this.pipe(name, sent, signal);
    return [...received.matchAll(/<p id="(s\d+)">([\s\S]*?)<\/p>/g)].map(([, id = '', html = '']) => ({
      id,
      ...unmarked(html),
    }));
  }

  /** The text goes in on standard input and never onto a command line. */
  private pipe(name: string, text: string, signal: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn('/bin/sh', ['-c', throughPipe, 'apertium', this.mode(name).folder, name], {
        signal,
        env: { PATH: programs, LC_ALL: 'C.UTF-8' },
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        if (output.length > longestOutput) child.kill();
      });
      child.on('error', () => reject(new EngineError('unavailable', this.id)));
      child.on('close', (code) => (code === 0 ? resolve(output) : reject(new EngineError('unavailable', this.id))));
      child.stdin.on('error', () => undefined);
      child.stdin.end(text);
    });
  }

  private mode(name: string): PreparedMode {
    const known = this.modes.get(name) ?? prepareMode(name, systemModes, this.folder);
    this.modes.set(name, known);
    return known;
  }

  private installedVersion(): Promise<string | undefined> {
    this.installed ??= run('apertium', ['-V']).then(
      ({ stdout }) => /\d+\.\d+(?:\.\d+)?/.exec(stdout)?.[0] ?? 'unknown',
      () => undefined,
    );
    return this.installed;
  }
}

const nameOf = (pair: Pair): string | undefined =>
  Object.entries(vetted).find(([, one]) => one.source === pair.source && one.target === pair.target)?.[0];

/** Takes off the marks of unknown words (`*`, `@`, `#` before a word), names those words, and picks one of alternatives. */
function unmarked(html: string): { html: string; unknownWords: string[] } {
  const unknownWords: string[] = [];
  const clean = html
    .replace(/(?<![\p{L}\p{M}\p{N}])[*@#]([\p{L}\p{M}][\p{L}\p{M}\p{N}’'-]*)/gu, (_, word: string) => {
      unknownWords.push(word);
      return word;
    })
    .replace(/([\p{L}\p{M}]+)\/[\p{L}\p{M}]+/gu, '$1');
  return { html: clean, unknownWords };
}
