/** How long what stands about a witness may be, in characters; the page that writes it and the schema that checks it read it here. */
export const witnessLimits = { verifierKey: 300, name: 120, url: 200 } as const;

/** A witness looks on behalf of one of these; a neutral one would count for neither. */
export const witnessSides = ['a', 'b'] as const;
