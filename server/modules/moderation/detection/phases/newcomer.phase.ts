import { finding, type Finding } from '../../../../../shared/moderation/detection/finding.rules.js';
import { approvalsToGraduate } from '../../../../../shared/moderation/moderation.lifecycle.js';
import type { Phase } from '../phase.js';

/** Somebody of whom little was approved yet: a little sooner before a moderator. Whether it waits is the mode's to say. */
export const newcomerPhase: Phase = {
  name: 'newcomer',
  look: (_, { author: { approved } }): Finding[] =>
    approved < approvalsToGraduate
      ? [finding('new_member', { params: { approved, needed: approvalsToGraduate } })]
      : [],
};
