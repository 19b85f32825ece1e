// The Debian packages of Apertium that translations come from: one list for what is set up, what the tests need and what
// they skip. Each says how one sees that it is there.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether a program is on the path. */
export const hasProgram = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

const hasMode = (name) => existsSync(`/usr/share/apertium/modes/${name}.mode`);

export const translationPackages = [
  { package: 'apertium', there: () => hasProgram('apertium'), for: 'the tests with a real translation engine' },
  { package: 'apertium-mkd-bul', there: () => hasMode('mkd-bul'), for: 'Macedonian and Bulgarian' },
  { package: 'apertium-urd-hin', there: () => hasMode('urd-hin'), for: 'Urdu and Hindi' },
  {
    package: 'apertium-apy',
    there: () => hasProgram('apertium-apy'),
    for: 'the tests of a translation engine that stays',
  },
];
