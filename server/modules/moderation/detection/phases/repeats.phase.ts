import { finding, type Finding } from '../../../../../shared/moderation/detection/finding.rules.js';
import type { Phase } from '../phase.js';

/** What each further time adds, and each further account; two people may quote the same, three seldom do. */
const perTime = 0.2;
const perAccount = 0.15;
const fewestAccounts = 2;

/** The same text again within some days: of its author, or of several accounts. */
export const repeatsPhase: Phase = {
  name: 'repeats',
  look: (_, { repeats: { byAuthor, byOthers } }): Finding[] => [
    ...(byAuthor > 0
      ? [finding('repeated_by_author', { params: { times: byAuthor }, weight: perTime * byAuthor })]
      : []),
    ...(byOthers >= fewestAccounts
      ? [finding('repeated_by_others', { params: { accounts: byOthers }, weight: perAccount * byOthers })]
      : []),
  ],
};
