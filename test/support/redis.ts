import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { connect, createServer, type AddressInfo } from 'node:net';

/** Whether this machine has a Redis to start. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of a test's own, in memory, that can be killed and started again at the same address. */
export class TestRedis {
  readonly url: string;
  private child: ChildProcess | undefined;

  private constructor(private readonly port: number) {
    this.url = `redis://127.0.0.1:${port}`;
  }

  static async start(): Promise<TestRedis> {
    const redis = new TestRedis(await freePort());
    await redis.startAgain();
    return redis;
  }

  async startAgain(): Promise<void> {
    const settings = ['--bind', '127.0.0.1', '--port', String(this.port), '--save', '', '--appendonly', 'no'];
    this.child = spawn('redis-server', settings, { stdio: 'ignore', cwd: '/tmp' });
    for (const deadline = Date.now() + 10_000; !(await this.answers());) {
      if (Date.now() > deadline) throw new Error('Redis did not get ready');
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  /** Ends it at once; with what it held in memory. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  }

  private answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const probe = connect(this.port, '127.0.0.1', () => {
        probe.destroy();
        resolve(true);
      }).once('error', () => resolve(false));
    });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
