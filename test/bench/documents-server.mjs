// The built server as people run it, with one more kind of document: one that every drafter may write in.
import { openDatabase } from '../../dist/server/open-database.js';
import { DocumentKinds } from '../../dist/server/modules/documents/document-kinds.port.js';
import { readConfig } from '../../dist/server/platform/config/config.js';
import { migrate } from '../../dist/server/platform/database/migrate.js';
import { serve } from '../../dist/server/serve.js';
import { tables } from '../../dist/server/tables.js';
import { statementShape } from '../../dist/shared/documents/document-shape.js';
import { documentKind } from './documents-frames.mjs';
import { usage } from './usage.mjs';

const config = readConfig();
const database = await openDatabase(config, () => undefined);
await migrate(database.url, tables);
const { app } = await serve(config, database.url);
app.get(DocumentKinds).register(documentKind, { shape: statementShape, roleOf: async () => 'write' });
process.on('message', () => process.send(usage()));
process.on('SIGTERM', () => {
  void app
    .close()
    .then(() => database.stop())
    .then(() => process.exit(0));
});
