import { join } from 'node:path';
import { proveApertium } from '../modules/translation/apertium-proof.port.js';
import { readConfig } from '../platform/config/config.js';
import { OutgoingRequests } from '../platform/http/outgoing-requests.js';
import { Log } from '../platform/logging/log.js';

/**
 * Has each installed pair of Apertium translate a sentence, and says what the server will find when it starts.
 * @returns 0 when there is a pair and every one of them keeps what the sentence says, else 1
 */
export async function proveTranslation(): Promise<0 | 1> {
  const config = readConfig();
  const outgoing = new OutgoingRequests(config.PRIVATE_HOSTS, new Log(config.LOG_LEVEL));
  const proven = await proveApertium(join(config.dataDir, 'apertium'), outgoing);
  const says = (line: string): boolean => process.stdout.write(`${line}\n`);
  for (const { source, target, sentence, translation, engineVersion, holds } of proven)
    says(`${holds ? 'holds' : 'FAILS'}  ${source} to ${target}: ${sentence} → ${translation} (${engineVersion})`);
  if (proven.length === 0) {
    says('No pair of Apertium is installed: people translate. To install it: npm run translation:setup');
    return 1;
  }
  const pairs = proven.map(({ source, target }) => `${source}-${target}`).join(', ');
  const isNamed = config.TRANSLATION_ENGINES.includes('apertium');
  says(
    isNamed
      ? `npm start will find Apertium with ${pairs}.`
      : `Apertium has ${pairs}, and TRANSLATION_ENGINES does not name it: npm start will not ask it.`,
  );
  return proven.every(({ holds }) => holds) ? 0 : 1;
}
