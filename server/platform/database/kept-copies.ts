import type { Tx } from './tx.js';

/** What of it says one of the texts, as the JSON of it has it. */
const says = `exists (select from unnest($2::text[]) as gone (text) where strpos(said::text, to_jsonb(gone.text)::text) > 0)`;

/** Where the platform keeps for a while what passed through it: answers for who asks again, and facts that were delivered. */
const places = [
  {
    saying: `select key, said from (select owner || key as key, answer as said from idempotency_key where dyad_id = $1) kept
             where ${says} order by key`,
    leave: `update idempotency_key set answer = $3 where dyad_id = $1 and owner || key = $2`,
  },
  {
    saying: `select key, said from (select id::text as key, payload as said from fact where dyad_id = $1) kept
             where ${says} order by key`,
    leave: `update fact set payload = $3 where dyad_id = $1 and id::text = $2`,
  },
] as const;

/** Texts that must go become empty in what the platform keeps of them; whoever asks again gets the rest. */
export async function emptyKept(tx: Tx, dyadId: string, texts: readonly string[]): Promise<void> {
  const gone = new Set(texts);
  for (const { saying, leave } of places)
    for (const { key, said } of await tx.query<{ key: string; said: unknown }>(saying, [dyadId, texts]))
      await tx.query(leave, [dyadId, key, JSON.stringify(without(said, gone))]);
}

function without(value: unknown, gone: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return gone.has(value) ? '' : value;
  if (Array.isArray(value)) return value.map((one) => without(one, gone));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, without(inner, gone)]));
}
