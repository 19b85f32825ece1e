/**
 * JSON with the keys of every object sorted, and nothing between the tokens (RFC 8785): what is hashed, so that whoever has
 * the same values has the same characters. A key whose value is undefined is left out.
 * @throws TypeError for what JSON has no form for: a number that is none, undefined in a list, a function
 */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return plainJson(value);
  // Written in one go: whole logs are hashed by this.
  let written = '';
  for (const key of Object.keys(value).toSorted()) {
    const one = (value as Readonly<Record<string, unknown>>)[key];
    if (one !== undefined) written += `${written === '' ? '' : ','}${JSON.stringify(key)}:${sortedJson(one)}`;
  }
  return `{${written}}`;
}

function plainJson(value: unknown): string {
  const written: string | undefined = JSON.stringify(value);
  if (written === undefined || (typeof value === 'number' && !Number.isFinite(value)))
    throw new TypeError(`JSON has no form for ${String(value)}`);
  return written;
}
