import type { ErasedPart } from '../../../../shared/record/erased-part.js';
import type { HistoryEntry } from '../../record/record.port.js';

/** Which entry of the record says a step, and what of it was erased. */
export type Recorded = Pick<HistoryEntry, 'seq' | 'erased'>;

/** The entries about a commitment, by its revisions. */
export type RecordedSteps = ReadonlyMap<number, Recorded>;

/** Every entry tells the title, so what was erased of it is said once. */
export function erasedOfTitle(steps: RecordedSteps): ErasedPart[] {
  const parts = [...steps.values()].flatMap(({ erased }) => erased);
  const known = new Map<string, ErasedPart>();
  for (const part of parts) if (isOfContent(part)) known.set(part.path, known.get(part.path) ?? part);
  return [...known.values()];
}

const isOfContent = ({ path }: ErasedPart): boolean => path === 'hash' || path.startsWith('title.');

/** What was erased of the title of a milestone, which the entry tells that says it was missed. */
export const erasedOfMilestone = (step: Recorded | undefined): ErasedPart[] =>
  step?.erased.filter(({ path }) => path.startsWith('milestone_title.')) ?? [];
