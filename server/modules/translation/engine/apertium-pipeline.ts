import { spawn } from 'node:child_process';
import type { ApertiumInstallation } from './apertium-installation.js';
import { EngineError } from './translation-engine.js';

/**
 * Apertium's formatters open `/dev/stdin` by name, which fails on the socket that Node gives a child; through `cat` it is
 * a pipe. Programs, folder and name are parameters of the shell, never part of its text.
 */
const throughPipe = 'cat | "$1" -d "$2" -f html "$3"';

/** A batch of 8 kB never comes near it: more is a pipeline gone wild. */
const longestOutput = 1024 * 1024;

/**
 * Sends HTML through a pipeline of Apertium. The text goes in on standard input and never onto a command line.
 * @throws EngineError `unavailable` when it fails or the signal comes first, `bad_output` for too much or nothing
 */
export function throughApertium(
  { binary, environment }: ApertiumInstallation,
  mode: { readonly folder: string; readonly name: string },
  html: string,
  signal: AbortSignal,
): Promise<string> {
  const failed = (kind: 'unavailable' | 'bad_output'): EngineError => new EngineError(kind, 'apertium');
  if (signal.aborted) return Promise.reject(failed('unavailable'));
  const child = spawn('/bin/sh', ['-c', throughPipe, 'translate', binary, mode.folder, mode.name], {
    env: environment,
    stdio: ['pipe', 'pipe', 'ignore'],
    // A group of its own: a pipeline is a dozen processes, and all of them must go.
    detached: true,
  });
  return new Promise<string>((resolve, reject) => {
    const end = (kind: 'unavailable' | 'bad_output'): void => {
      stopGroup(child.pid);
      reject(failed(kind));
    };
    const late = (): void => end('unavailable');
    signal.addEventListener('abort', late, { once: true });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (output.length > longestOutput) end('bad_output');
    });
    child.on('error', late);
    child.on('close', (code) => {
      signal.removeEventListener('abort', late);
      // A stage that crashes leaves nothing behind it, and the pipeline still ends well.
      if (code !== 0) reject(failed('unavailable'));
      else if (output.trim() === '') reject(failed('bad_output'));
      else resolve(output);
    });
    // A pipeline that ends early closes its input; how it ended is told by its code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(html);
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
