interface Look<Question, Answer> {
  readonly questions: Set<Question>;
  readonly answers: Promise<ReadonlyMap<Question, Answer>>;
}

/**
 * Answers the questions of one moment with one look. Questions that come while a look is under way are gathered for
 * the next one, so an answer is never older than its question.
 */
export class Gathering<Question, Answer> {
  private underWay: Promise<unknown> | undefined;
  private next: Look<Question, Answer> | undefined;

  constructor(private readonly look: (questions: readonly Question[]) => Promise<ReadonlyMap<Question, Answer>>) {}

  /** @returns undefined where the look found nothing; fails when the look fails */
  async ask(question: Question): Promise<Answer | undefined> {
    this.next ??= this.begin();
    this.next.questions.add(question);
    return (await this.next.answers).get(question);
  }

  /** A look that starts when the one under way has ended, however it ended. */
  private begin(): Look<Question, Answer> {
    const questions = new Set<Question>();
    const answers = Promise.resolve(this.underWay?.catch(() => undefined)).then(() => {
      this.next = undefined;
      return this.look([...questions]);
    });
    this.underWay = answers;
    return { questions, answers };
  }
}
