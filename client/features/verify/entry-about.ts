import type { Json } from '../../../shared/log/canonical.js';
import type { Entry } from '../../../shared/log/entry.js';
import type { RecordEntry } from '../../../shared/record/record.contract.js';

type About = RecordEntry['about'];

/**
 * What an entry says, as its sentence wants it: what stands in the leaf, and what was told beside it, put together again
 * from its paths: `title.bg` is the part `bg` of the title.
 */
export function aboutOf(
  { d }: Pick<Entry, 'd'>,
  told: readonly { readonly path: string; readonly value: Json }[],
): About {
  const about = new Map<string, Json>(Object.entries(d));
  for (const { path, value } of told) {
    const [name = '', ...inner] = path.split('.');
    about.set(name, inner.length === 0 ? value : { ...asObject(about.get(name)), [inner.join('.')]: value });
  }
  return Object.fromEntries(about) as About;
}

const asObject = (value: Json | undefined): object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
