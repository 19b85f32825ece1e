import type { CharterView, DisclosureView, DyadView } from '../../../shared/dyads/dyad.schema.js';
import type { CharterRow, DisclosureRow, DyadRow } from './dyad.repository.js';
import { dayOf } from './member.view.js';

export const dyadView = (row: DyadRow): DyadView => ({
  slug: row.slug,
  name: row.name,
  purpose: row.purpose,
  sides: [
    { side: 'a', label: row.label_a, language: row.language_a },
    { side: 'b', label: row.label_b, language: row.language_b },
  ],
  bridgeLanguage: row.bridge_language,
  charterVersion: row.charter_version,
});

export const charterView = (
  dyad: DyadRow,
  row: CharterRow,
  versions: Pick<CharterRow, 'version' | 'adopted_at'>[],
): CharterView => ({
  version: row.version,
  adoptedOn: dayOf(row.adopted_at),
  authenticIn: [dyad.language_a, dyad.language_b],
  articles: row.articles,
  quorum: row.quorum,
  versions: versions.map((one) => ({ version: one.version, adoptedOn: dayOf(one.adopted_at) })),
});

export const disclosureView = (row: DisclosureRow): DisclosureView => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  body: row.body,
  erased: [...row.erased],
  publishedOn: dayOf(row.published_at),
});
