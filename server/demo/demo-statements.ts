import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ClauseTexts, StatementText } from '../../shared/statements/statement-text.schema.js';
import type { StatementView } from '../../shared/statements/statement.schema.js';
import { Statements } from '../modules/statements/statements.port.js';
import type { DemoContent } from './demo-content.schema.js';
import type { DemoPeople } from './demo-people.js';

type DemoStatement = DemoContent['statements'][number];
type DemoClause = DemoStatement['clauses'][number];

/** Lets drafters of one dyad write what they wrote, and give the keys they gave. */
export class DemoStatements {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly people: DemoPeople,
    private readonly dyad: string,
    private readonly memberOf: (login: string) => string,
  ) {}

  /** @returns where the statement is: `/api/dyads/…/statements/…` */
  async happen({ title, openedBy, visibility, clauses }: DemoStatement): Promise<string> {
    const statements = `/api/dyads/${this.dyad}/statements`;
    const { id } = await this.people.call<{ id: string }>(openedBy, 'POST', statements, { title, visibility });
    let after: string | null = null;
    for (const [at, clause] of clauses.entries()) {
      const place: string = at === 0 ? await this.first(openedBy, id) : await this.add(clause.by, id, after);
      await this.app.get(Statements).write(id, place, textsOf(clause), this.memberOf(clause.by));
      await this.giveKeys(id, place, clause.keys);
      after = place;
    }
    return `${statements}/${id}`;
  }

  private async first(login: string, statement: string): Promise<string> {
    return (await this.read(login, statement)).clauses[0]?.id ?? '';
  }

  private async add(login: string, statement: string, after: string | null): Promise<string> {
    const url = `/api/dyads/${this.dyad}/statements/${statement}/clauses`;
    return (await this.people.call<{ clause: string }>(login, 'POST', url, { after })).clause;
  }

  private async giveKeys(statement: string, clause: string, keys: readonly string[]): Promise<void> {
    for (const [login = '', kind] of keys.map((key) => key.split(' '))) {
      const hash = (await this.read(login, statement)).clauses.find(({ id }) => id === clause)?.hash;
      const url = `/api/dyads/${this.dyad}/statements/${statement}/clauses/${clause}/keys`;
      await this.people.call(login, 'POST', url, { kind, hash });
    }
  }

  private read(login: string, statement: string): Promise<StatementView> {
    return this.people.call(login, 'GET', `/api/dyads/${this.dyad}/statements/${statement}`);
  }
}

const textsOf = ({ a, b }: DemoClause): ClauseTexts => ({ a: paragraphs(a), b: paragraphs(b) });

const paragraphs = (texts: readonly string[]): StatementText =>
  texts.map((text) => ({ type: 'paragraph', content: [{ text }] }));
