import type { TestApp } from './app.js';

/** Everything that is stored, in any column of any table, as text; bytes as what they say, where they say anything. */
export async function everythingStored({ database }: Pick<TestApp, 'database'>): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await database.query<{ row: string }>(`select t::text as row from "${name}" t`);
    rows.push(...found.flatMap(({ row }) => [`${name} ${row}`, unescaped(row)]));
  }
  return rows.join('\n');
}

const unescaped = (row: string): string =>
  row.replaceAll(/\\x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('utf8'));
