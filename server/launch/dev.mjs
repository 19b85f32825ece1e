// `npm run dev`: the server restarts and the page reloads when a source changes. The page is at the address that Vite
// prints; it passes what is not a page on to the server.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, installDependencies, requireNode, root } from './steps.mjs';

requireNode();
await installDependencies();
await build({ client: false });
const port = process.env.PORT ?? '3000';
const tools = join(root, 'node_modules', '.bin');
const children = [
  spawn(join(tools, 'nest'), ['start', '--watch', '--preserveWatchOutput'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PORT: port },
  }),
  spawn(join(tools, 'vite'), ['--config', 'client/vite.config.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ENTENTE_SERVER: `http://127.0.0.1:${port}` },
  }),
];
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
for (const child of children) {
  child.on('exit', (code) => {
    for (const other of children) other.kill();
    process.exitCode = code ?? 0;
  });
}
