import * as commitments from './commitments/commitment.contract.js';
import * as following from './commitments/following.contract.js';
import * as progress from './commitments/progress.contract.js';
import type { CallOf, ResultOf } from './contract/contract.js';
import * as health from './contract/health.contract.js';
import * as openApi from './contract/open-api.contract.js';
import * as streams from './contract/stream.contract.js';
import * as dyads from './dyads/dyad.contract.js';
import * as joining from './dyads/joining.contract.js';
import * as jointActs from './dyads/joint-act.contract.js';
import * as organisations from './dyads/organisation.contract.js';
import * as posts from './forums/post.contract.js';
import * as topics from './forums/topic.contract.js';
import * as accounts from './identity/account.contract.js';
import * as sessions from './identity/session.contract.js';
import * as appeals from './moderation/appeal.contract.js';
import * as claims from './moderation/claim.contract.js';
import * as desk from './moderation/desk.contract.js';
import * as wordlists from './moderation/detection/wordlist.contract.js';
import * as fairness from './moderation/fairness.contract.js';
import * as notices from './moderation/notice.contract.js';
import * as proposals from './moderation/proposal.contract.js';
import * as reports from './moderation/report.contract.js';
import * as roster from './moderation/roster.contract.js';
import * as templates from './moderation/template.contract.js';
import {
  addCosignature,
  readCheckpoint,
  readDisclosures,
  readLog,
  readLogPolicy,
  readReceipt,
  readTile,
  readWitnessedCheckpoint,
} from './record/log.contract.js';
import { readRecord } from './record/record.contract.js';
import * as citations from './statements/citation.contract.js';
import * as comments from './statements/comment.contract.js';
import * as ratifiedFiles from './statements/export.contract.js';
import * as statementHistory from './statements/history.contract.js';
import * as machineTexts from './statements/machine-text.contract.js';
import * as ratification from './statements/ratification.contract.js';
import * as statements from './statements/statement.contract.js';
import * as statementSuggestions from './statements/suggestion.contract.js';
import * as statementVersions from './statements/version.contract.js';
import * as visibilities from './statements/visibility.contract.js';
import { readEgress, withdrawEgress } from './translation/egress.contract.js';
import * as glossaryFiles from './translation/glossary-files.contract.js';
import { readGlossary } from './translation/glossary.contract.js';
import * as translationStatistics from './translation/statistics/translation-statistics.contract.js';
import * as humanTranslations from './translation/human-work.contract.js';
import * as interchange from './translation/interchange.contract.js';
import * as memory from './translation/memory.contract.js';
import * as translations from './translation/translation.contract.js';

/** Every endpoint there is. The server must serve exactly these; the API page and the client's types come from here. */
export const contracts = {
  ...health,
  ...openApi,
  ...streams,
  ...sessions,
  ...accounts,
  ...dyads,
  ...joining,
  ...jointActs,
  ...organisations,
  ...topics,
  ...posts,
  ...reports,
  ...desk,
  ...claims,
  ...wordlists,
  ...notices,
  ...fairness,
  ...appeals,
  ...templates,
  ...proposals,
  ...roster,
  ...statements,
  ...statementVersions,
  ...statementHistory,
  ...statementSuggestions,
  ...ratifiedFiles,
  ...ratification,
  ...comments,
  ...visibilities,
  ...machineTexts,
  ...citations,
  ...translations,
  ...humanTranslations,
  ...translationStatistics,
  ...memory,
  ...interchange,
  readGlossary,
  ...glossaryFiles,
  readEgress,
  withdrawEgress,
  readRecord,
  ...commitments,
  ...following,
  ...progress,
  readLog,
  readCheckpoint,
  readWitnessedCheckpoint,
  readTile,
  readDisclosures,
  readReceipt,
  readLogPolicy,
  addCosignature,
};

export type Contracts = typeof contracts;

type AnyContract = Contracts[keyof Contracts];

/** Looked up and not sought among all: the compiler asks at every call there is. */
type ByRoute = { readonly [C in AnyContract as C['route']]: C };

export type AnyRoute = keyof ByRoute;

/** What a caller sends to each route, for `call('POST /api/…', …)`. */
export type Calls = { readonly [R in AnyRoute]: CallOf<ByRoute[R]> };

/** What a caller gets from each route. */
export type Results = { readonly [R in AnyRoute]: ResultOf<ByRoute[R]> };
