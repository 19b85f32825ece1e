import { createServer } from 'node:net';

/** The first port from `first` on that nobody listens on. @throws Error after a hundred taken ones. */
export async function freePort(first: number, host: string): Promise<number> {
  for (let port = first; port < first + 100; port += 1) {
    if (await isFree(port, host)) return port;
  }
  throw new Error(`No free port from ${first} to ${first + 99}`);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
