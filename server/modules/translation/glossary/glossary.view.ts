import { namesOf } from '../../../../shared/translation/glossary.rules.js';
import type { ConceptView, GlossaryView } from '../../../../shared/translation/glossary.schema.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { RevisionRow } from './glossary.repository.js';

export const conceptView = ({ concept, version, note, terms, at }: RevisionRow): ConceptView => ({
  id: concept,
  revision: version,
  changedOn: dayOf(at),
  note,
  terms,
});

export const changeView = ({ version, at, type, concept, terms }: RevisionRow): GlossaryView['changes'][number] => ({
  version,
  on: dayOf(at),
  type,
  concept,
  name: namesOf(terms),
});
