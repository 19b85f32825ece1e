import { citationKey, citationLimits, type KnownCitation } from '../../../../shared/statements/citation.rules.js';
import type { CitedThing } from '../../../../shared/statements/citation.schema.js';
import { call } from '../../../lib/api-client';

interface Waiting {
  readonly dyad: string;
  readonly key: string;
  readonly found: (thing: CitedThing | null) => void;
  readonly failed: (error: unknown) => void;
}

let waiting: Waiting[] = [];

/**
 * Looks up what is cited; nothing when it is not there. What all texts of a page ask for in one moment goes in as few
 * calls as it can.
 * @throws CallFailure
 */
export function lookUp(dyad: string, cites: KnownCitation): Promise<CitedThing | null> {
  return new Promise((found, failed) => {
    if (waiting.length === 0) setTimeout(askAll);
    waiting.push({ dyad, key: citationKey(cites), found, failed });
  });
}

function askAll(): void {
  const all = waiting;
  waiting = [];
  for (const dyad of new Set(all.map((one) => one.dyad))) {
    const ofDyad = all.filter((one) => one.dyad === dyad);
    for (let at = 0; at < ofDyad.length; at += citationLimits.lookedUp)
      void ask(dyad, ofDyad.slice(at, at + citationLimits.lookedUp));
  }
}

async function ask(dyad: string, together: readonly Waiting[]): Promise<void> {
  const of = [...new Set(together.map(({ key }) => key))].join(',');
  try {
    const { things } = await call('GET /api/dyads/:dyad/citations', { params: { dyad }, query: { of } });
    for (const { key, found } of together) found(things.find((thing) => citationKey(thing) === key) ?? null);
  } catch (error) {
    for (const { failed } of together) failed(error);
  }
}
