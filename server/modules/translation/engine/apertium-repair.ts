import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Debian's mkd-bul takes the Macedonian "не" (not) for a pronoun and "и" (and) for another, so every negated sentence
 * comes out affirmed. These rules give both words their one reading, right after the analyser.
 */
const rules: Readonly<Record<string, { readonly after: string; readonly script: string }>> = {
  'mkd-bul': {
    after: "mkd-bul.rlx.bin'",
    script: ['s:\\^([Нн][Ее])/[^$]*\\$:^\\1/\\1<adv>$:g', 's:\\^([Ии])/[^$]*\\$:^\\1/\\1<cnjcoo>$:g', ''].join('\n'),
  },
};

/** A mode (pipeline) of Apertium as it is run here: in our own folder, repaired where it needs repair. */
export interface PreparedMode {
  readonly folder: string;
  /** Tells our changes apart in the version. */
  readonly digest: string;
}

/** Writes the mode of a pair into a folder of our own. No language data is copied: modes only name it. */
export function prepareMode(name: string, systemModes: string, folder: string): PreparedMode {
  let mode = readFileSync(join(systemModes, `${name}.mode`), 'utf8').trim();
  const modes = join(folder, 'modes');
  mkdirSync(modes, { recursive: true });
  const rule = rules[name];
  if (rule) {
    const script = join(folder, `${name}.sed`);
    writeFileSync(script, rule.script);
    mode = mode.replace(rule.after, `${rule.after} | sed -uzE -f '${script}'`);
  }
  const file = join(modes, `${name}.mode`);
  writeFileSync(file, `${mode}\n`);
  chmodSync(file, 0o755);
  return {
    folder,
    digest: createHash('sha256')
      .update(rule?.script ?? '')
      .digest('hex')
      .slice(0, 4),
  };
}
