import { roles } from '../../shared/access/actor.js';
import { actorConditions, stateConditions, topicModes } from '../../shared/access/conditions.js';
import { policyTable } from '../../shared/access/policy-table.js';
import { postStates } from '../../shared/forums/post.schema.js';
import { findingKinds } from '../../shared/moderation/detection/finding.rules.js';
import { entryForms, entryKinds } from '../../shared/moderation/detection/wordlist.rules.js';
import { itemEvents } from '../../shared/moderation/moderation.lifecycle.js';
import { reasonCodes } from '../../shared/moderation/reasons.js';
import { reportOutcomes, reportStates } from '../../shared/moderation/report.rules.js';
import { recordKinds } from '../../shared/record/record.contract.js';
import { termStatuses } from '../../shared/translation/glossary.rules.js';
import { translationStatuses } from '../../shared/translation/translation.schema.js';
import { policyAreas } from '../../client/app/policy-areas.js';
import { shortcutKeys } from '../../client/lib/shortcut-keys.js';
import type { Catalogue } from './catalogue.js';

/** Sentences looked up by a value of a closed list, with `*` where the value stands: each value has one. */
const lists: Readonly<Record<string, Iterable<string>>> = {
  'common:keys.act.*': shortcutKeys,
  'common:role.*': roles,
  'public:area.*': policyAreas,
  'dyads:action.*': Object.keys(policyTable),
  'dyads:who.*': new Set(Object.values(policyTable).flatMap(({ who }): readonly string[] => who)),
  'dyads:condition.*': [...Object.keys(actorConditions), ...Object.keys(stateConditions)],
  'dyads:record.*': recordKinds,
  'forum:mode.*.name': topicModes,
  'forum:mode.*.what': topicModes,
  'forum:mode.*.hint': topicModes,
  'forum:own.*': postStates,
  'forum:provenance.*': translationStatuses,
  'glossary:status.*': termStatuses,
  'glossary:status_what.*': termStatuses,
  'moderation:event.*': itemEvents,
  'moderation:reason.*': reasonCodes,
  'reports:why.*': reasonCodes,
  'reports:state.*': reportStates,
  'reports:outcome.*': reportOutcomes,
  'moderation:finding.*': Object.keys(findingKinds),
  'dyads:word_form.*': entryForms,
  'dyads:word_kind.*': entryKinds,
};

/** Values of closed lists for which a language has no words. */
export const unsaidValues = (catalogue: Catalogue): string[] =>
  Object.entries(lists).flatMap(([pattern, values]) =>
    [...values]
      .map((value) => pattern.replace('*', value))
      .filter((key) => !catalogue.has(key))
      .map((key) => `${key}: has no words`),
  );
