// The built server with a kind of document that only tests have; what it is told comes by environment, as for the real one.
import { DocumentKinds } from '../../dist/server/modules/documents/document-kinds.port.js';
import { readConfig } from '../../dist/server/platform/config/config.js';
import { serve } from '../../dist/server/serve.js';
import { statementShape } from '../../dist/shared/documents/document-shape.js';

const config = readConfig();
const { app } = await serve(config, config.DATABASE_URL);
app.get(DocumentKinds).register('test', { shape: statementShape, roleOf: async () => 'write' });
