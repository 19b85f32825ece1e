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
