/** Something that happened, so many hours ago. */
export interface Happening {
  readonly hoursAgo: number;
  readonly happen: () => Promise<void>;
}

/** An hour in milliseconds. */
export const hour = 3_600_000;
