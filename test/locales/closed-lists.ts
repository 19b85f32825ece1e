import { roles } from '../../shared/access/actor.js';
import { actorConditions, stateConditions, topicModes } from '../../shared/access/conditions.js';
import { policyTable } from '../../shared/access/policy-table.js';
import { postStates } from '../../shared/forums/post.schema.js';
import { appealStates, appealVerdicts } from '../../shared/moderation/appeal.rules.js';
import { contentKinds, kindRules, type ContentKind } from '../../shared/moderation/content-kind.rules.js';
import { sanctionKinds } from '../../shared/moderation/decision-classes.rules.js';
import { deskQueueNames } from '../../shared/moderation/desk.rules.js';
import { findingKinds } from '../../shared/moderation/detection/finding.rules.js';
import { personalDataKinds } from '../../shared/moderation/detection/personal-data.rules.js';
import { entryForms, entryKinds } from '../../shared/moderation/detection/wordlist.rules.js';
import { closedOutcomes } from '../../shared/moderation/digest/digest.rules.js';
import { findings, itemSources } from '../../shared/moderation/fairness/fairness.rules.js';
import { itemEvents } from '../../shared/moderation/moderation.lifecycle.js';
import { decidedBy } from '../../shared/moderation/notice.rules.js';
import { reasonCodes, reasonVersions } from '../../shared/moderation/reasons.js';
import { reportOutcomes, reportStates } from '../../shared/moderation/report.rules.js';
import { sanctionEnds } from '../../shared/moderation/sanctions.rules.js';
import { restrictingMeasures } from '../../shared/moderation/statement-of-reasons/decided-restriction.js';
import { requesters } from '../../shared/moderation/transparency/transparency.rules.js';
import { recordKindNames } from '../../shared/record/record-kinds.js';
import { termStatuses } from '../../shared/translation/glossary.rules.js';
import {
  disputeKinds,
  disputeStates,
  translationNewsKinds,
  workReasons,
} from '../../shared/translation/human-work.rules.js';
import {
  servedRespects,
  servedTests,
  statisticsPeriods,
  whyUntranslated,
} from '../../shared/translation/statistics/translation-statistics.rules.js';
import { translationStatuses } from '../../shared/translation/translation.schema.js';
import { policyAreas } from '../../client/app/policy-areas.js';
import { shortcutActNames } from '../../client/lib/shortcut-acts.js';
import type { Catalogue } from './catalogue.js';

/** What can be done to content of a kind, by whoever it is told. */
const restrictionsOf = (kind: ContentKind): string[] =>
  restrictingMeasures.filter((measure) => measure === 'hold' || kindRules[kind].measures.includes(measure));

/** Sentences looked up by a value of a closed list, with `*` where the value stands: each value has one. */
const lists: Readonly<Record<string, Iterable<string>>> = {
  'common:keys.act.*': shortcutActNames,
  'common:role.*': roles,
  'public:area.*': policyAreas,
  'dyads:action.*': Object.keys(policyTable),
  'dyads:who.*': new Set(Object.values(policyTable).flatMap(({ who }): readonly string[] => who)),
  'dyads:condition.*': [...Object.keys(actorConditions), ...Object.keys(stateConditions)],
  'dyads:record.*': recordKindNames,
  'forum:mode.*.name': topicModes,
  'forum:mode.*.what': topicModes,
  'forum:mode.*.hint': topicModes,
  'forum:own.*': postStates,
  'forum:composer.personal.*': personalDataKinds,
  'forum:provenance.*': translationStatuses,
  'translation:kind.*': disputeKinds,
  'translation:disputes.state.*': disputeStates,
  'translation:reason.*': workReasons,
  'translation:news.kind.*': translationNewsKinds,
  'glossary:status.*': termStatuses,
  'glossary:status_what.*': termStatuses,
  'moderation:event.*': itemEvents,
  'moderation:reason.*': reasonCodes,
  'moderation:finding.*': Object.keys(findingKinds),
  'dyads:word_form.*': entryForms,
  'dyads:word_kind.*': entryKinds,
  'reports:why.*': reasonCodes,
  'reports:state.*': reportStates,
  'reports:outcome.*': reportOutcomes,
  'moderation:queue.*': deskQueueNames,
  'notices:reason.*': Object.keys(reasonVersions).flatMap((version) => reasonCodes.map((code) => `${version}.${code}`)),
  ...Object.fromEntries(contentKinds.map((kind) => [`notices:measure.${kind}.*`, restrictionsOf(kind)])),
  'moderation:kind.*': contentKinds,
  'moderation:desk.item.*': contentKinds,
  'reports:form.title.*': contentKinds,
  'reports:form.about.*': contentKinds,
  'notices:sanction.*': sanctionKinds,
  'notices:source.*': itemSources,
  'notices:decided_by.*': decidedBy,
  'notices:ended.*': sanctionEnds,
  'fairness:finding.*': findings,
  'fairness:source.*': itemSources,
  'fairness:outcome.*': closedOutcomes,
  'fairness:measure.*': restrictingMeasures,
  'fairness:sanction.*': sanctionKinds,
  'fairness:appeal.*': appealVerdicts,
  'fairness:requester.*': requesters,
  'fairness:category.*': new Set(
    Object.values(reasonVersions).flatMap((terms) => Object.values(terms).map(({ category }) => category)),
  ),
  'methods:alike.worse.*': servedRespects,
  'methods:published.*': statisticsPeriods,
  'methods:respect.*': servedRespects,
  'methods:test.*': servedTests,
  'methods:why.*': whyUntranslated,
  'notices:appeal.state.*': appealStates,
  'notices:line.appeal.*': appealStates,
};

/** Values of closed lists for which a language has no words. */
export const unsaidValues = (catalogue: Catalogue): string[] =>
  Object.entries(lists).flatMap(([pattern, values]) =>
    [...values]
      .map((value) => pattern.replace('*', value))
      .filter((key) => !catalogue.has(key))
      .map((key) => `${key}: has no words`),
  );
