/** Why a text is taken out of the public record: its person asks for it (GDPR, article 17), a court orders it, or it endangers somebody. */
export const erasureGrounds = ['art17', 'court', 'safety'] as const;
export type ErasureGround = (typeof erasureGrounds)[number];
