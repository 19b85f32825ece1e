import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ApertiumEngine } from './apertium.engine.js';
import { plainFromApertium } from './apertium-marks.js';

const run = promisify(execFile);
const root = mkdtempSync(join(tmpdir(), "entente-apertium's-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const pair = { source: 'mk', target: 'bg' };
const segments = [{ id: 's0', html: 'вода' }];

describe('the marks of Apertium', () => {
  it('TRAP-05, TRAP-07: are taken off, the words they mark are named, and the first of alternatives is kept', () => {
    expect(plainFromApertium('मैं इस *तजवीज़ से @सहमत नहीं हूं/हूँ, #{*ज}। बच्*चो*&#39;')).toEqual({
      html: 'मैं इस तजवीज़ से सहमत नहीं हूं, {ज}। बच्चो&#39;',
      unknownWords: ['तजवीज़', 'सहमत', 'ज', 'चो'],
    });
    expect(plainFromApertium('<x id="0"/>*вода</p> a/b/c').html).toBe('<x id="0"/>вода</p> a');
  });
});

describe('Apertium as it may be found', () => {
  const prefix = join(root, 'usr');
  const binary = join(prefix, 'bin', 'apertium');
  const modes = join(prefix, 'share', 'apertium', 'modes');
  const searchPath = `${join(root, 'empty')}:${join(prefix, 'bin')}:/usr/bin:/bin`;
  const mode =
    "lt-proc '/data/apertium-none-such/mkd-bul.automorf.bin' | cg-proc -w '/data/mkd-bul.rlx.bin' | lt-proc x";

  /** An `apertium` that knows its version and its modes, and translates as a line of shell says. */
  const install = async (translates: string): Promise<void> => {
    await mkdir(join(prefix, 'bin'), { recursive: true });
    await mkdir(modes, { recursive: true });
    await writeFile(join(modes, 'mkd-bul.mode'), mode);
    await writeFile(join(modes, 'rus-ukr.mode'), 'lt-proc');
    const script = [
      '#!/bin/sh',
      'case "$1" in -V) echo "Apertium 9.8.7"; exit;; esac',
      'case "$3" in -l) ls "$2/modes" | sed "s/.mode$//;s/^/  /"; exit;; esac',
      translates,
      '',
    ].join('\n');
    await writeFile(binary, script);
    await chmod(binary, 0o755);
  };
  const found = () => new ApertiumEngine(join(root, 'data'), { searchPath });
  const translate = (engine = found(), signal = AbortSignal.timeout(10_000)) =>
    engine.translate(pair, segments, signal);

  beforeEach(() => install('cat'));

  it('offers vetted pairs only, under the codes of the platform', async () => {
    expect(await found().pairs()).toEqual([pair]);
    expect(await found().isWell()).toBe(true);
  });

  it('is not there when nothing of that name is on the path, or when it does not answer', async () => {
    const nowhere = new ApertiumEngine(join(root, 'data'), { searchPath: join(root, 'empty') });
    expect([await nowhere.pairs(), await nowhere.isWell()]).toEqual([[], false]);
    await expect(translate(nowhere)).rejects.toMatchObject({ kind: 'unavailable' });
    await writeFile(binary, '#!/bin/sh\nexit 1\n');
    expect(await found().pairs()).toEqual([]);
  });

  it('refuses pairs that nobody vetted, whatever their names hold', async () => {
    const ask = (source: string, target: string) =>
      found().translate({ source, target }, segments, AbortSignal.timeout(5_000));
    await expect(ask('ru', 'uk')).rejects.toMatchObject({ kind: 'unsupported_pair' });
    await expect(ask('../../x', '$(id)')).rejects.toMatchObject({ kind: 'unsupported_pair' });
  });

  it('gets the text on standard input, and of our environment the path and the locale only', async () => {
    await install(
      'printf "<p id=\\"s0\\">"; env | sed "s/=.*//" | sort | tr "\\n" " "; printf "%s " "$1" "$3" "$4" "$5"; cat; printf "</p>"',
    );
    const [said] = await found().translate(
      pair,
      [{ id: 's0', html: '$(id) `id` ; | вода' }],
      AbortSignal.timeout(5_000),
    );
    expect(said?.html).toContain('-d -f html mkd-bul');
    expect(said?.html).toContain('$(id) `id` ; | вода');
    const names = said?.html.split(' -d ')[0]?.split(' ') ?? [];
    expect(names.filter((name) => !['LC_ALL', 'PATH', 'OLDPWD', 'PWD', 'SHLVL', '_'].includes(name))).toEqual([]);
  });

  it('runs its pipelines from our folder, repaired, and says so in its version', async () => {
    const engine = found();
    await translate(engine);
    const written = await readFile(join(root, 'data', 'modes', 'mkd-bul.mode'), 'utf8');
    const stages = written.split(' | ');
    expect(stages[2]).toMatch(/^sed -uzE -f '.*mkd-bul\.sed'$/);
    expect(stages).toHaveLength(4);
    expect(await readFile(join(modes, 'mkd-bul.mode'), 'utf8')).toBe(mode);
    expect((await stat(join(root, 'data', 'mkd-bul.sed'))).size).toBeLessThan(200);
    expect(await engine.version(pair)).toMatch(/^apertium\/9\.8\.7 mkd-bul\/unpackaged modes:[0-9a-f]{8}$/);
  });

  it('does not offer a pair whose pipeline our repair does not fit', async () => {
    await writeFile(join(modes, 'mkd-bul.mode'), 'lt-proc something-new');
    expect(await found().pairs()).toEqual([]);
    await expect(translate()).rejects.toMatchObject({ kind: 'unsupported_pair' });
  });

  it.each([
    ['nothing, and ends well', 'cat >/dev/null', 'bad_output'],
    ['blanks, and ends well', 'echo && echo', 'bad_output'],
    ['a failure', 'cat && exit 3', 'unavailable'],
    ['no end', 'yes вода', 'bad_output'],
  ])('TRAP-01: has failed when it says %s', async (_, translates, kind) => {
    await install(translates);
    await expect(translate()).rejects.toMatchObject({ name: 'EngineError', kind });
  });

  it('is ended with all its processes when time is up', async () => {
    const mark = `${process.pid}.25`;
    await install(`sleep ${mark} | sleep ${mark}`);
    await expect(translate(found(), AbortSignal.timeout(300))).rejects.toMatchObject({ kind: 'unavailable' });
    await expect.poll(async () => (await run('ps', ['-eo', 'args'])).stdout.includes(`sleep ${mark}`)).toBe(false);
    await expect(translate(found(), AbortSignal.abort())).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('runs twice at once at most', async () => {
    const counts = mkdtempSync(join(tmpdir(), 'entente-counts-'));
    await install(
      [
        `cd ${counts}; touch $$; ls | wc -l | sed 's/ *\\(.*\\)/<p id="s0">\\1<\\/p>/'`,
        'sleep 0.05; rm $$; cat >/dev/null',
      ].join('\n'),
    );
    const engine = found();
    const said = await Promise.all(Array.from({ length: 6 }, () => translate(engine)));
    expect(Math.max(...said.map(([one]) => Number(one?.html)))).toBeLessThanOrEqual(2);
    rmSync(counts, { recursive: true });
  });
});
