import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ClauseTexts } from '../../shared/statements/statement-text.schema.js';
import type { StatementView } from '../../shared/statements/statement.schema.js';
import { Statements } from '../modules/statements/statements.port.js';
import type { DemoContent } from './demo-content.schema.js';
import type { DemoCitations } from './demo-citations.js';
import type { DemoPeople } from './demo-people.js';

type DemoStatement = DemoContent['statements'][number];
type DemoSuggestion = DemoStatement['suggestions'][number];
type DemoClause = DemoStatement['clauses'][number];

/** Lets drafters of one dyad write what they wrote, and give the keys they gave. */
export class DemoStatements {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly people: DemoPeople,
    private readonly dyad: string,
    private readonly memberOf: (login: string) => string,
    private readonly citations: DemoCitations,
  ) {}

  /** @returns where the statement is: `/api/dyads/…/statements/…` */
  async happen(told: DemoStatement): Promise<string> {
    const { title, openedBy, visibility, clauses, versions, suggestions } = told;
    const statements = `/api/dyads/${this.dyad}/statements`;
    const { id } = await this.people.call<{ id: string }>(openedBy, 'POST', statements, { title, visibility });
    let after: string | null = null;
    for (const [at, clause] of clauses.entries()) {
      const place: string = at === 0 ? await this.first(openedBy, id) : await this.add(clause.by, id, after);
      await this.app.get(Statements).write(id, place, await this.textsOf(clause, clause.by), this.memberOf(clause.by));
      await this.giveKeys(id, place, clause.keys);
      after = place;
    }
    for (const { by, name, language } of versions)
      await this.people.call(by, 'POST', `${statements}/${id}/versions`, { name, language });
    for (const one of suggestions) await this.suggest(id, one);
    return `${statements}/${id}`;
  }

  private async suggest(statement: string, { by, note, language, clause, a, b }: DemoSuggestion): Promise<void> {
    const url = `/api/dyads/${this.dyad}/statements/${statement}/suggestions`;
    const { suggestion } = await this.people.call<{ suggestion: string }>(by, 'POST', url, { note, language });
    const place = (await this.read(by, statement)).clauses[clause - 1]?.id ?? '';
    await this.app.get(Statements).write(suggestion, place, await this.textsOf({ a, b }, by), this.memberOf(by));
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

  private async textsOf({ a, b }: Pick<DemoClause, 'a' | 'b'>, drafter: string): Promise<ClauseTexts> {
    return { a: await this.citations.textOf(a, drafter), b: await this.citations.textOf(b, drafter) };
  }
}
