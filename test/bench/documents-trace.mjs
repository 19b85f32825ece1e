// The keystrokes of somebody who wrote a paper: the real ones where the data is, else as many that a seed makes.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../../server/launch/steps.mjs';
import { seeded } from './seeded.mjs';

const file = join(process.env.ENTENTE_DATA ?? join(root, '..', 'shared', 'data'), 'traces', 'automerge-paper.json.gz');
const edits = 259_778;
/** How often somebody goes elsewhere, and begins or stops to take back what they wrote: a paper like the real one. */
const habits = { jump: 0.01, takeBack: 0.012, goOn: 0.028 };
const letters = 'abcdefghijklmnopqrstuvwxyz     \n';

/** @returns patches of position, deleted and inserted, the text that they end with, and where they come from */
export function readTrace() {
  if (!existsSync(file)) return seededTrace();
  const { txns, endContent } = JSON.parse(gunzipSync(readFileSync(file)).toString());
  return { patches: txns.flatMap(({ patches }) => patches), end: endContent, name: 'the trace of a real paper' };
}

/** Somebody types for a while, takes back some of it, and goes on elsewhere: of ten keystrokes three delete. */
function seededTrace() {
  const random = seeded(20260806);
  const patches = [];
  // What stands before the cursor, and what stands behind it, backwards: only going elsewhere costs anything.
  const before = [];
  const behind = [];
  let isTakingBack = false;
  for (let edit = 0; edit < edits; edit += 1) {
    if (random() < habits.jump) moveTo(Math.floor(random() * (before.length + behind.length + 1)), before, behind);
    if (random() < (isTakingBack ? habits.goOn : habits.takeBack)) isTakingBack = !isTakingBack;
    if (isTakingBack && before.length > 0) {
      before.pop();
      patches.push([before.length, 1, '']);
    } else {
      const letter = letters[Math.floor(random() * letters.length)];
      patches.push([before.length, 0, letter]);
      before.push(letter);
    }
  }
  return { patches, end: [...before, ...behind.toReversed()].join(''), name: 'a seeded trace' };
}

function moveTo(place, before, behind) {
  while (before.length > place) behind.push(before.pop());
  while (before.length < place) before.push(behind.pop());
}
