// The built server, and writers in it who append to the record of the dyad `RECORD_DYAD` one transaction after the other, and
// note in the table `written` of the test what they append. A
// number is printed when its transaction is committed, and not before: what is printed was acknowledged. A writer whose
// transaction fails does not know whether it was committed, and stops.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { AppModule } from '../../dist/server/app.module.js';
import { PublicRecord } from '../../dist/server/modules/record/record.port.js';
import { readConfig } from '../../dist/server/platform/config/config.js';
import { UnitOfWork } from '../../dist/server/platform/database/unit-of-work.js';
import { createApp } from '../../dist/server/platform/http/create-app.js';
import { tables } from '../../dist/server/tables.js';

const writers = 6;
const dyadId = process.env.RECORD_DYAD;
/** The numbers of one process are others than those of any other. */
let version = Number(process.env.RECORD_FROM);

const config = readConfig();
const app = await createApp(AppModule.with({ config, databaseUrl: config.DATABASE_URL, schema: tables }), config);
await app.listen(config.PORT, config.HOST);

const [unitOfWork, record] = [app.get(UnitOfWork), app.get(PublicRecord)];
// Every second one writes about the dyad, whose history they continue together; the others each about a thing of their own.
for (let writer = 0; writer < writers; writer += 1) void write(writer % 2 === 0 ? dyadId : randomUUID());

async function write(subject) {
  try {
    for (;;) {
      const next = (version += 1);
      const entry = { kind: 'charter.adopted', subject, by: { side: 'both' }, about: { version: next, articles: 1 } };
      await unitOfWork.run({ dyadId }, async (tx) => {
        await tx.query('insert into written (version) values ($1)', [next]);
        await record.append(tx, dyadId, entry);
      });
      writeSync(1, `committed ${next}\n`);
    }
  } catch {
    writeSync(1, 'unsure\n');
  }
}
