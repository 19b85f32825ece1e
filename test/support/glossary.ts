import type { JointActProposals } from '../../shared/dyads/joint-act.schema.js';

/** What both banks call those who share the water; on one side there is a second word that the other does not like. */
export const union = {
  terms: [
    { language: 'bg', form: 'водно сдружение', stems: ['водн сдружен'], status: 'preferred' },
    { language: 'bg', form: 'вододелци', forms: ['вододелците'], status: 'contested' },
    { language: 'mk', form: 'водна заедница', stems: ['водн заедниц'], status: 'preferred' },
  ],
  note: { bg: 'Част от хората чуват в „вододелци“ упрек.', mk: 'Дел од луѓето во „вододелци“ слушаат прекор.' },
} as const satisfies JointActProposals['term.add'];
