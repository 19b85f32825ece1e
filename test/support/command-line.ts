import { spawn, type ChildProcess } from 'node:child_process';
import { vi } from 'vitest';
import { runCommandLine } from '../../server/cli/command-line.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command as somebody at a terminal does. */
export async function run(...words: string[]): Promise<Ran> {
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(() => true),
  );
  try {
    const code = await runCommandLine(words);
    const [out = '', err = ''] = streams.map(({ mock }) => mock.calls.map(([text]) => String(text)).join(''));
    return { code, out, err };
  } finally {
    for (const stream of streams) stream.mockRestore();
  }
}

// The sources as they stand, in a process of their own.
const loader = new URL('typescript-loader.mjs', import.meta.url).href;
const loading = `data:text/javascript,import{register}from'node:module';register('${loader}')`;
const main = new URL('../../server/cli/main.ts', import.meta.url).pathname;

/** Begins a command that goes on, to be killed. @returns it as soon as it has printed this, with what was captured */
export async function begun(words: readonly string[], until: RegExp): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['--import', loading, main, ...words]);
  let printed = '';
  for await (const part of child.stdout) {
    printed += String(part);
    const [, said] = until.exec(printed) ?? [];
    if (said !== undefined) return { child, said };
  }
  throw new Error(`It did not begin: ${printed}`);
}
