// What processes have used so far.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns seconds of processor time in all threads of this process, and its resident megabytes */
export function usage() {
  const { user, system } = process.cpuUsage();
  return { seconds: (user + system) / 1e6, megabytes: process.memoryUsage.rss() / 2 ** 20 };
}

const ticksInSecond = 100;
/** Places in /proc/<pid>/stat after the name: the parent, and processor time of its own and of children that ended. */
const place = { parent: 1, own: [11, 12], ended: [13, 14] };

/** @returns processor seconds of the database of a folder, in all its processes; not a number where nobody tells */
export function databaseSeconds(folder) {
  const file = join(folder, 'postgres', 'cluster', 'postmaster.pid');
  if (!existsSync('/proc/self/stat') || !existsSync(file)) return Number.NaN;
  const main = readFileSync(file, 'utf8').split('\n')[0];
  const ticks = (fields, places) => places.reduce((sum, at) => sum + Number(fields[at]), 0);
  return readdirSync('/proc').reduce((seconds, pid) => {
    const fields = /^\d+$/.test(pid) ? statusOf(pid) : undefined;
    if (!fields || (pid !== main && fields[place.parent] !== main)) return seconds;
    const ended = pid === main ? ticks(fields, place.ended) : 0;
    return seconds + (ticks(fields, place.own) + ended) / ticksInSecond;
  }, 0);
}

function statusOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return undefined; // it ended meanwhile
  }
}
