import { ConfigurationError } from './platform/config/config.js';
import { EntenteServer } from './entente-server.js';

try {
  await EntenteServer.start();
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`Entente cannot start:\n${error.message}\n`);
  process.exitCode = 1;
}
