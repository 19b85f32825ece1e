import type { RatificationView } from '../../shared/statements/ratification.schema.js';
import type { DemoContent } from './demo-content.schema.js';
import type { DemoPeople } from './demo-people.js';

type Signature = NonNullable<DemoContent['statements'][number]['ratification']>['signatures'][number];
type Freeze = Pick<
  NonNullable<DemoContent['statements'][number]['ratification']>,
  'proposedBy' | 'secondedBy' | 'days'
>;

/** Lets drafters freeze a statement, and organisations sign it, through the real API. */
export class DemoRatification {
  constructor(
    private readonly people: DemoPeople,
    /** Where the statement is: `/api/dyads/…/statements/…`. */
    private readonly place: string,
    private readonly organisation: (key: string) => string,
  ) {}

  async freeze({ proposedBy, secondedBy, days }: Freeze): Promise<void> {
    const { hash } = await this.read(proposedBy);
    await this.people.call(proposedBy, 'POST', `${this.place}/freeze`, { hash, days });
    await this.people.call(secondedBy, 'POST', `${this.place}/freeze/second`, { hash, days });
  }

  async sign({ by, organisation, reservations }: Signature): Promise<void> {
    const { round } = await this.read(by);
    await this.people.call(by, 'POST', `${this.place}/signatures`, {
      organisation: this.organisation(organisation),
      hash: round?.hash,
      reservations: reservations.map(({ clause, text }) => ({ clause: round?.clauses[clause - 1]?.id ?? null, text })),
    });
  }

  private read(login: string): Promise<RatificationView> {
    return this.people.call(login, 'GET', `${this.place}/ratification`);
  }
}
