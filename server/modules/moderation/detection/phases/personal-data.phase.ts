import { finding, type Finding } from '../../../../../shared/moderation/detection/finding.rules.js';
import { personalDataIn, personalDataKinds } from '../../../../../shared/moderation/detection/personal-data.rules.js';
import type { Phase } from '../phase.js';

const mostPlaces = 20;

/** What may lead to a person, by the patterns of the dyad's countries; the author was warned by the same. */
export const personalDataPhase: Phase = {
  name: 'personal_data',
  look: ({ text }, { languages }): Finding[] => {
    const found = personalDataIn(text, languages);
    return personalDataKinds.flatMap((kind) => {
      const where = found.filter((one) => one.kind === kind).map(({ start, end }) => ({ start, end }));
      return where.length === 0 ? [] : [finding(`personal_${kind}`, { where: where.slice(0, mostPlaces) })];
    });
  },
};
