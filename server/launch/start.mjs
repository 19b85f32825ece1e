// `npm start`: everything from a fresh clone to a running server.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { build, installDependencies, requireNode, root } from './steps.mjs';

requireNode();
await installDependencies();
await build();
process.chdir(root);
await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);
