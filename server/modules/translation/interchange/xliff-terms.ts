/** Names of metadata that are ours in an XLIFF file; `agreed` is a state below its states. */
export const metadata = { context: 'x-entente-context', agreed: 'entente:agreed' } as const;

/** Under these the states of other programs go along as properties. */
export const stateOf = 'x-xliff-state';
export const subStateOf = 'x-xliff-substate';

/** What a segment is that nobody said more of. */
export const usualState = 'translated';
