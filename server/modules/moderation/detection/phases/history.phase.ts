import { finding, findingKinds, type Finding } from '../../../../../shared/moderation/detection/finding.rules.js';
import type { Phase } from '../phase.js';

/** Fewer texts say nothing about their author, and this share of them is nobody's bad day. */
const fewestItems = 5;
const telling = 0.3;

/** How many of an author's last texts were returned or removed. */
export const historyPhase: Phase = {
  name: 'history',
  look: (_, { author: { recent, restricted } }): Finding[] => {
    if (recent < fewestItems || restricted < recent * telling) return [];
    const weight = findingKinds.restricted_before.weight * (restricted / recent);
    return [finding('restricted_before', { params: { restricted, of: recent }, weight })];
  },
};
