/** Ends a transaction whose result is wanted and whose changes are not. */
class TrialEnded<Result> extends Error {
  override readonly name = 'TrialEnded';

  constructor(readonly result: Result) {
    super('a trial leaves nothing behind');
  }
}

/**
 * What work in a transaction comes to; on trial everything is done, by the same code, and then undone.
 * @param work hands its result to `ended` inside its transaction
 */
export async function onTrial<Result>(
  isTrial: boolean,
  work: (ended: (result: Result) => Result) => Promise<Result>,
): Promise<Result> {
  try {
    return await work((result) => {
      if (isTrial) throw new TrialEnded(result);
      return result;
    });
  } catch (error) {
    if (error instanceof TrialEnded) return error.result as Result;
    throw error;
  }
}
