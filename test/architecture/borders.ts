import { serverPart } from './directions.js';
import { allImports } from './imports.js';
import type { Rule } from './source.js';

/** The kinds of files by which a module speaks to others; every other file is private by its name. */
const spoken = /\.(?:module|events|reader|port)\.ts$/;

export const borders: Rule = {
  name: 'modules meet at their ports',
  find: (sources) =>
    allImports(sources).flatMap(({ from, to, line }) => {
      if (!from.startsWith('server/') || !to.startsWith('server/modules/') || serverPart(from) === serverPart(to))
        return [];
      if (spoken.test(to) || (from === 'server/tables.ts' && to.endsWith('.tables.ts'))) return [];
      const module = serverPart(to);
      const message = `imports ${to}, which is private to ${module}: ask one of its *.port.ts, *.reader.ts or *.events.ts`;
      return [{ path: from, line, message }];
    }),
};
