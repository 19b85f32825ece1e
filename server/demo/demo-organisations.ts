import type { DisclosureView } from '../../shared/dyads/dyad.schema.js';
import type { OrganisationView } from '../../shared/dyads/organisation.schema.js';
import type { DemoContent } from './demo-content.schema.js';
import type { DemoPeople } from './demo-people.js';

type DemoOrganisation = DemoContent['organisations'][number];

/** Lets stewards of both sides admit the organisations of one dyad, and name who signs for them. */
export class DemoOrganisations {
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly people: DemoPeople,
    private readonly content: DemoContent,
    private readonly memberOf: (login: string) => string,
    /** Lets a steward of each side agree on something. */
    private readonly agree: (kind: string, details: object) => Promise<void>,
  ) {}

  async happen(): Promise<void> {
    const { disclosures } = await this.read<{ disclosures: DisclosureView[] }>('disclosures');
    for (const organisation of this.content.organisations) await this.admit(organisation, disclosures);
  }

  /** The id of an organisation that the files call so. */
  idOf(key: string): string {
    const id = this.ids.get(key);
    if (id === undefined) throw new Error(`There is no organisation ${key}`);
    return id;
  }

  private async admit(one: DemoOrganisation, published: readonly DisclosureView[]): Promise<void> {
    const { key, side, name, purpose, delegates } = one;
    const titles = one.disclosures.map((at) => this.content.dyad.disclosures[at]?.title['en']);
    const disclosures = published.filter(({ title }) => titles.includes(title['en'])).map(({ id }) => id);
    await this.agree('organisation.admit', { side, name, purpose, disclosures });
    const { organisations } = await this.read<{ organisations: OrganisationView[] }>('organisations');
    const id = organisations.find((admitted) => admitted.name['en'] === name['en'])?.id ?? '';
    this.ids.set(key, id);
    for (const login of delegates)
      await this.agree('delegate.name', { organisation: id, member: this.memberOf(login) });
  }

  private read<Answer>(what: 'disclosures' | 'organisations'): Promise<Answer> {
    const [reader] = this.content.members;
    return this.people.call(reader?.login ?? '', 'GET', `/api/dyads/${this.content.dyad.slug}/${what}`);
  }
}
