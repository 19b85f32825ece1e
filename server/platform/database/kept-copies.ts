import type { Tx } from './tx.js';

/** What is kept, and where. */
interface Kept {
  readonly key: string;
  readonly said: unknown;
}

/**
 * Texts that must go become empty in what the platform keeps for a while of what passed through it: in answers for who asks
 * again, who then gets the rest, and in facts that were delivered.
 */
export async function emptyKept(tx: Tx, dyadId: string, texts: readonly string[]): Promise<void> {
  const gone = new Set(texts);
  const left = ({ said }: Kept): string => JSON.stringify(without(said, gone));
  const answers = await tx.query<Kept>(
    `select owner || key as key, answer as said from idempotency_key
     where dyad_id = $1 and exists (
       select from unnest($2::text[]) as gone (text) where strpos(answer::text, to_jsonb(gone.text)::text) > 0)
     order by 1`,
    [dyadId, texts],
  );
  for (const one of answers)
    await tx.query(`update idempotency_key set answer = $3 where dyad_id = $1 and owner || key = $2`, [
      dyadId,
      one.key,
      left(one),
    ]);
  const facts = await tx.query<Kept>(
    `select id::text as key, payload as said from fact
     where dyad_id = $1 and exists (
       select from unnest($2::text[]) as gone (text) where strpos(payload::text, to_jsonb(gone.text)::text) > 0)
     order by 1`,
    [dyadId, texts],
  );
  for (const one of facts)
    await tx.query(`update fact set payload = $3 where dyad_id = $1 and id = $2::uuid`, [dyadId, one.key, left(one)]);
}

function without(value: unknown, gone: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return gone.has(value) ? '' : value;
  if (Array.isArray(value)) return value.map((one) => without(one, gone));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, without(inner, gone)]));
}
