import type { Job } from './translation-job.repository.js';
import type { Wish } from './translator.js';

/** What goes to the memory or an engine together: the same way, of one dyad, with the same right to leave the house. */
export interface JobGroup extends Wish {
  readonly jobs: readonly Job[];
}

/** Jobs by what they have in common. */
export function groupsOf(jobs: readonly Job[]): JobGroup[] {
  const groups = new Map<string, Wish & { readonly jobs: Job[] }>();
  for (const job of jobs) {
    const { dyadId, source, target, staysInside } = job;
    const name = `${dyadId} ${source} ${target} ${staysInside}`;
    const group = groups.get(name) ?? { dyadId, source, target, staysInside, jobs: [] };
    group.jobs.push(job);
    groups.set(name, group);
  }
  return [...groups.values()];
}
