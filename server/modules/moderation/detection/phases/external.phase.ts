import { finding, type Finding } from '../../../../../shared/moderation/detection/finding.rules.js';
import type { ExternalCheck, ExternalFinding } from '../external/external-check.js';
import type { Phase } from '../phase.js';

/** What a service of the operator finds. When it is away that is told, and nothing waits for it. */
export const externalPhase = (check: Pick<ExternalCheck, 'look'>): Phase => ({
  name: 'external',
  look: async ({ text, language }): Promise<Finding[]> => {
    const found = await check.look({ text, language });
    return found ? found.map((one) => said(one, text.length)) : [finding('external_unavailable')];
  },
});

/** Places that lie outside of the text are left out, what is found there is not. */
function said({ label, weight, reason, ranges }: ExternalFinding, length: number): Finding {
  const where = ranges.filter(([start, end]) => start < end && end <= length).map(([start, end]) => ({ start, end }));
  return finding('external', { params: { label }, weight, reason, where });
}
