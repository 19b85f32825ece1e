import { ApertiumEngine } from './engine/apertium.engine.js';
import { ApertiumServer } from './engine/apertium-server.js';
import { translateText } from './engine/translate-text.js';
import type { OutgoingRequests } from '../../platform/http/outgoing-requests.js';

const patience = 30_000;

/** A denial in each language that a vetted pair starts from: a lost "not" is the worst that an engine can do. */
const denials: Readonly<Record<string, string>> = {
  mk: 'Не се согласувам со предлогот.',
  bg: 'Не съм съгласен с предложението.',
  ur: 'ہم پانی کے بارے میں بات نہیں کرتے۔',
  hi: 'हम पानी के बारे में बात नहीं करते।',
};

/** What a pair makes of a sentence. */
export interface ProvenPair {
  readonly source: string;
  readonly target: string;
  readonly sentence: string;
  readonly translation: string;
  readonly engineVersion: string;
  /** Whether it still denies what the sentence denies, in the right script, and nothing is missing. */
  readonly holds: boolean;
}

/**
 * Has Apertium translate a denial by each pair that it would be asked for, with its pipelines repaired as the server
 * repairs them.
 * @param folder where the repaired pipelines are written: that of the server
 * @returns nothing where no pair is installed
 */
export async function proveApertium(folder: string, outgoing: OutgoingRequests): Promise<ProvenPair[]> {
  const engine = new ApertiumEngine(folder, { server: new ApertiumServer(outgoing) });
  const proven: ProvenPair[] = [];
  try {
    for (const { source, target } of await engine.pairs()) {
      const sentence = denials[source] ?? '';
      const made = await translateText(engine, { source, target }, sentence, AbortSignal.timeout(patience));
      const broken = made.failed.filter((check) => check !== 'unknown_words');
      const { text: translation, engineVersion } = made;
      proven.push({ source, target, sentence, translation, engineVersion, holds: broken.length === 0 });
    }
  } finally {
    await engine.stop();
  }
  return proven;
}
