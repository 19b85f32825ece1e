import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { OutgoingRequests, Send } from '../../../platform/http/outgoing-requests.js';
import type { ApertiumInstallation } from './apertium-installation.js';
import { EngineError } from './translation-engine.js';

/** Debian's own: another one that comes first on the path does not know Debian's packages. */
const python = '/usr/bin/python3';

/**
 * Starts APy where only this machine reaches it: by itself it listens on every network, and has no setting for that. Says
 * the port that it got, and ends when its input does, so that it outlives no parent, however that one dies.
 */
const launcher = `
import os, sys, threading
import tornado.tcpserver
from apertium_apy.apy import main

bind = tornado.tcpserver.TCPServer.bind

def bind_to_loopback(server, port, *_, **__):
    bind(server, 0, address='127.0.0.1')
    print(server._pending_sockets[0].getsockname()[1], flush=True)

def end_with_parent():
    while sys.stdin.buffer.read(1):
        pass
    os._exit(0)

tornado.tcpserver.TCPServer.bind = bind_to_loopback
threading.Thread(target=end_with_parent, daemon=True).start()
sys.exit(main())
`;

/** Pipelines at once for a pair; who waits longer than so many seconds for one is refused. */
const pipesOfPair = 2;
const patienceSeconds = 10;

/** A pipeline that died is begun again by APy, which refuses what was in it. */
const pipelineDied = 503;

const answer = z.object({ responseData: z.object({ translatedText: z.string() }) });

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly send: Send;
}

/**
 * Apertium as a server of our own (APy, the package apertium-apy): pipelines that stay, so that a sentence takes some
 * milliseconds and not the start of a dozen processes. Where the package is not installed there is none.
 */
export class ApertiumServer {
  private running: Promise<Running | undefined> | undefined;
  private isStopped = false;

  constructor(private readonly outgoing: OutgoingRequests) {}

  /**
   * Sends HTML through a mode, with marks at unknown words. By POST: what is asked by GET, APy writes into its log.
   * @param modes the folder that it takes its modes from when it is started for this
   * @returns nothing where there is no server
   * @throws EngineError `unavailable`, also when the signal comes first; `bad_output` when there is no text in the answer
   */
  async translate(
    installation: ApertiumInstallation,
    { modes, name }: { readonly modes: string; readonly name: string },
    html: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    if (this.isStopped) return undefined;
    this.running ??= this.start(installation, modes);
    const running = await this.running;
    if (!running) return undefined;
    const first = await ask(running, name, html, signal);
    const response = first.status === pipelineDied ? await ask(running, name, html, signal) : first;
    if (!response.ok) throw new EngineError('unavailable', 'apertium');
    const read = answer.safeParse(await response.json().catch(() => undefined));
    if (!read.success || read.data.responseData.translatedText.trim() === '')
      throw new EngineError('bad_output', 'apertium');
    return read.data.responseData.translatedText;
  }

  /** Ends it, and waits until it has ended. */
  async stop(): Promise<void> {
    this.isStopped = true;
    const running = await this.running;
    if (!running || running.child.exitCode !== null || running.child.signalCode !== null) return;
    const ended = once(running.child, 'exit');
    running.child.stdin?.end();
    await ended;
  }

  private async start({ environment }: ApertiumInstallation, modes: string): Promise<Running | undefined> {
    const parameters = ['-i', String(pipesOfPair), '-t', String(patienceSeconds), modes];
    const child = spawn(python, ['-c', launcher, ...parameters], {
      env: environment,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const port = await portOf(child);
    if (port === undefined) return undefined;
    // One that ended is begun anew when there is something to translate.
    child.once('exit', () => (this.running = undefined));
    const url = `http://127.0.0.1:${port}/`;
    return { child, url, send: this.outgoing.onBehalfOf(url) };
  }
}

/** The port that it says, or nothing when it ends before: then the package is not there. */
async function portOf(child: ChildProcess): Promise<number | undefined> {
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  if (!child.stdout) return undefined;
  const lines = createInterface({ input: child.stdout });
  const [said] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as [string?];
  return said === undefined ? undefined : Number(said);
}

async function ask({ url, send }: Running, name: string, q: string, signal: AbortSignal): Promise<Response> {
  const body = new URLSearchParams({ langpair: name.replace('-', '|'), q, format: 'html', markUnknown: 'yes' });
  try {
    return await send(new URL('translate', url), { method: 'POST', body, signal });
  } catch {
    throw new EngineError('unavailable', 'apertium');
  }
}
