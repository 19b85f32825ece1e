import type { Tx } from './tx.js';

interface KeptAnswer {
  readonly owner: string;
  readonly key: string;
  readonly answer: unknown;
}

/** Answers are kept for those who ask again. Texts that must go become empty in them; whoever asks again gets the rest. */
export async function emptyKeptAnswers(tx: Tx, dyadId: string, texts: readonly string[]): Promise<void> {
  const kept = await tx.query<KeptAnswer>(
    `select owner, key, answer from idempotency_key
     where dyad_id = $1 and exists (
       select from unnest($2::text[]) as gone (text) where strpos(answer::text, to_jsonb(gone.text)::text) > 0)
     order by owner, key for update`,
    [dyadId, texts],
  );
  for (const { owner, key, answer } of kept)
    await tx.query(`update idempotency_key set answer = $3 where owner = $1 and key = $2`, [
      owner,
      key,
      JSON.stringify(without(answer, new Set(texts))),
    ]);
}

function without(value: unknown, gone: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return gone.has(value) ? '' : value;
  if (Array.isArray(value)) return value.map((one) => without(one, gone));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, without(inner, gone)]));
}
