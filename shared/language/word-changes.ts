/** A run of words that two texts share, or that only one of them has. */
export interface WordChange {
  readonly type: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond this many pairs of words comparing them one by one is not worth a reader's time: the whole text is shown as new. */
const mostPairs = 4_000_000;

/** Words with the spaces that follow them, so that joined again they are the text. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|^\s+/gu) ?? [];

/** What was taken out of a text and what was put in, by words: the longest common row of words stays. */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, young] = [wordsOf(before), wordsOf(after)];
  if (old.length * young.length > mostPairs) {
    return joined([
      { type: 'removed', text: before },
      { type: 'added', text: after },
    ]);
  }
  return joined(path(old, young));
}

const sameWord = (one: string | undefined, other: string | undefined): boolean => one?.trim() === other?.trim();

/** The lengths of the longest common rows of the rests of both texts, as a table with a row and a column more. */
function commonRests(old: readonly string[], young: readonly string[]): Uint32Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint32Array(young.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const [row, below] = [table[i], table[i + 1]];
    for (let j = young.length - 1; row && below && j >= 0; j -= 1) {
      row[j] = sameWord(old[i], young[j]) ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

function path(old: readonly string[], young: readonly string[]): WordChange[] {
  const rests = commonRests(old, young);
  const changes: WordChange[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && sameWord(old[i], young[j])) {
      changes.push({ type: 'same', text: young[j] ?? '' });
      [i, j] = [i + 1, j + 1];
    } else if (j >= young.length || (i < old.length && (rests[i + 1]?.[j] ?? 0) >= (rests[i]?.[j + 1] ?? 0))) {
      changes.push({ type: 'removed', text: old[i] ?? '' });
      i += 1;
    } else {
      changes.push({ type: 'added', text: young[j] ?? '' });
      j += 1;
    }
  }
  return changes;
}

/** Neighbours of one kind are one run; nothing is no run. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const runs: WordChange[] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (change.text === '') continue;
    if (last?.type === change.type) runs[runs.length - 1] = { ...last, text: last.text + change.text };
    else runs.push(change);
  }
  return runs;
}
