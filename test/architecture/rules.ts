import { borders } from './borders.js';
import { lightClient, network } from './browser.js';
import { cycles } from './cycles.js';
import { directions } from './directions.js';
import { environment, escapes, forwardReferences } from './escapes.js';
import { habits, openings } from './habits.js';
import { outgoing } from './outgoing.js';
import { platformWords } from './platform-words.js';
import { roles } from './roles.js';
import { sizes } from './sizes.js';
import { sql } from './sql.js';
import type { Rule } from './source.js';
import { suppressions } from './suppressions.js';

/** Everything that the architecture demands of the files of the program. */
export const rules: readonly Rule[] = [
  directions,
  borders,
  roles,
  cycles,
  platformWords,
  forwardReferences,
  escapes,
  suppressions,
  environment,
  sizes,
  habits,
  openings,
  network,
  outgoing,
  sql,
  lightClient,
];
