import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { languageTag } from '../language/bilingual-text.schema.js';
import { slug } from '../language/fields.js';
import { cleanText } from '../language/unicode-safety.js';
import { longestSuggestionNote } from './suggestion.rules.js';
import { suggestionBrief, suggestionView } from './suggestion.schema.js';

const statement = z.object({ dyad: slug, statement: z.uuid() });
const suggestion = statement.extend({ suggestion: z.uuid() });
const words = z.string().overwrite(cleanText).trim().min(3).max(longestSuggestionNote);

export const listSuggestions = contract({
  route: 'GET /api/dyads/:dyad/statements/:statement/suggestions',
  summary: 'Suggestions for a statement, open ones first, then the newest hundred that are decided',
  action: 'document.open',
  params: statement,
  response: z.object({ suggestions: z.array(suggestionBrief) }),
  failures: ['request.not_found'],
});

export const openSuggestion = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/suggestions',
  summary: 'Begin a suggestion: a copy of the statement to write in, and what it is for',
  action: 'suggestion.open',
  status: 201,
  idempotent: true,
  params: statement,
  body: z.object({ note: words, language: languageTag }),
  response: z.object({ suggestion: z.uuid() }),
  failures: ['document.read_only', 'request.not_found', 'suggestion.too_many'],
});

export const readSuggestion = contract({
  route: 'GET /api/dyads/:dyad/statements/:statement/suggestions/:suggestion',
  summary: 'One suggestion: what the statement would say with it, and the keys it has',
  action: 'document.open',
  params: suggestion,
  response: suggestionView,
  failures: ['request.not_found'],
});

export const acceptSuggestion = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/suggestions/:suggestion/keys',
  summary: "Give one's side's key to a suggestion; with keys of both sides on the same texts it is brought in",
  action: 'clause.key',
  status: 204,
  params: suggestion,
  body: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  failures: [
    'access.other_side',
    'document.read_only',
    'request.not_found',
    'suggestion.changed',
    'suggestion.closed',
    'suggestion.not_fitting',
  ],
});

export const declineSuggestion = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/suggestions/:suggestion/refusal',
  summary: 'Decline a suggestion, with the reason',
  action: 'clause.key',
  status: 204,
  params: suggestion,
  body: z.object({ reason: words, language: languageTag }),
  failures: ['access.other_side', 'document.read_only', 'request.not_found', 'suggestion.closed'],
});

export const withdrawSuggestion = contract({
  route: 'DELETE /api/dyads/:dyad/statements/:statement/suggestions/:suggestion',
  summary: "Withdraw one's own suggestion",
  action: 'suggestion.withdraw',
  status: 204,
  params: suggestion,
  failures: ['access.not_author', 'request.not_found', 'suggestion.closed'],
});
