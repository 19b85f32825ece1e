const first = 400;
const longest = 30_000;

/** How long to wait before trying again: exponential with full jitter, so that nobody comes back in step. */
export const backoffMilliseconds = (attempt: number, random = Math.random()): number =>
  random * Math.min(longest, first * 2 ** attempt);

export const backoff = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, backoffMilliseconds(attempt)));
