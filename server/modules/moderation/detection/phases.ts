import type { ExternalCheck } from './external/external-check.js';
import type { Phase } from './phase.js';
import { externalPhase } from './phases/external.phase.js';
import { historyPhase } from './phases/history.phase.js';
import { languagePhase } from './phases/language.phase.js';
import { linksPhase } from './phases/links.phase.js';
import { newcomerPhase } from './phases/newcomer.phase.js';
import { personalDataPhase } from './phases/personal-data.phase.js';
import { repeatsPhase } from './phases/repeats.phase.js';
import { shapePhase } from './phases/shape.phase.js';
import { wordsPhase } from './phases/words.phase.js';
import type { WordMatcher } from './words/word-matcher.js';

/** What some phases work with. */
export interface PhaseTools {
  readonly matcher: Pick<WordMatcher, 'find'>;
  /** Nothing where the operator has no service that looks at texts: then there is no such phase. */
  readonly external: Pick<ExternalCheck, 'look'> | undefined;
}

/** All that look at a text, in their order: what costs least first, and what is not ours last. */
export const phasesInOrder = ({ matcher, external }: PhaseTools): readonly Phase[] => [
  shapePhase,
  wordsPhase(matcher),
  linksPhase,
  repeatsPhase,
  personalDataPhase,
  newcomerPhase,
  historyPhase,
  languagePhase,
  ...(external ? [externalPhase(external)] : []),
];

/** The phases of this server, in their order. */
export const PHASES = Symbol('Phases');
