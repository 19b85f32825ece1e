// `npm run entente -- <command>`: the command line, built when needed.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { build, installDependencies, requireNode, root } from './steps.mjs';

requireNode();
await installDependencies();
await build({ client: false });
await import(pathToFileURL(join(root, 'dist', 'server', 'cli', 'main.js')).href);
