import { ConfigurationError } from './platform/config/config.js';
import { EntenteServer } from './entente-server.js';

try {
  await EntenteServer.start();
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`Entente cannot start:\n${error.message}\n`);
  // What was opened before the mistake was found (connections, a port) would keep the process alive.
  process.exit(1);
}
