import type { z } from 'zod';
import { settings } from '../platform/config/config.schema.js';

interface SettingText {
  readonly name: string;
  readonly description: string;
  readonly example: string | undefined;
  readonly usual: string;
}

/** Every setting as the schema that validates describes it. */
function settingTexts(): SettingText[] {
  return Object.entries(settings).map(([name, schema]: [string, z.ZodType]) => {
    const { description = '', example } = schema.meta() ?? {};
    const unset = schema.safeParse(undefined);
    const usual = unset.success ? shown(unset.data) : '';
    return { name, description, usual, example: typeof example === 'string' ? example : undefined };
  });
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'string' ? value : '';
}

/** The reference page, as Markdown. */
export function configurationPage(): string {
  const rows = settingTexts().map(({ name, description, usual }) => [
    `\`${name}\``,
    description,
    usual && `\`${usual}\``,
  ]);
  return [
    '# Settings',
    '',
    'Environment variables of the server. `docker compose` takes them from `.env`; `npm start` takes them from the',
    'environment it is started in. This page is generated: `npm run entente -- config --markdown`.',
    '',
    ...table([['variable', 'meaning', 'when not set'], ...rows]),
    '',
  ].join('\n');
}

/** A Markdown table with even columns, as the formatter of this repository writes it. The first row is the head. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], fill: string): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, fill)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head, ' '), line([], '-'), ...body.map((row) => line(row, ' '))];
}

/** What `docker-compose.yml` reads beside the settings of the server. */
const composeSetting = {
  name: 'POSTGRES_PASSWORD',
  description: 'For docker compose only: the password of the database it starts; letters and digits.',
};

/** An `.env` file in which everything is explained and nothing is set. */
export function exampleEnvironment(): string {
  const parts = settingTexts().map(
    ({ name, description, usual, example }) => `# ${description}\n# ${name}=${example ?? usual}\n`,
  );
  parts.push(`# ${composeSetting.description}\n# ${composeSetting.name}=\n`);
  return `# Generated: npm run entente -- config --env\n\n${parts.join('\n')}`;
}

export async function printConfiguration(how: 'markdown' | 'env'): Promise<void> {
  process.stdout.write(how === 'markdown' ? configurationPage() : exampleEnvironment());
}
