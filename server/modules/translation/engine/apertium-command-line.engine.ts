import { normalLanguage, threeLetterCode } from '../../../../shared/translation/translation.rules.js';
import { dataVersion, findApertium, type ApertiumInstallation } from './apertium-installation.js';
import { prepareMode, type PreparedMode } from './apertium-mode.js';
import { throughApertium } from './apertium-pipeline.js';
import { plainFromApertium } from './apertium-marks.js';
import { ConcurrencyGate } from './concurrency-gate.js';
import {
  EngineError,
  type Pair,
  type Segment,
  type TranslatedSegment,
  type TranslationEngine,
} from './translation-engine.js';

/** The modes whose output people have read; others that may be installed give wrong or empty texts. */
const vetted = ['mkd-bul', 'bul-mkd', 'urd-hin', 'hin-urd'];

/** More at once is no faster: a pipeline is a dozen processes. */
const atOnce = 2;

interface ReadyMode extends PreparedMode {
  readonly version: string;
}

/** Apertium on this machine, from its command line: rule-based, offline, some 50 ms a batch. */
export class ApertiumCommandLineEngine implements TranslationEngine {
  readonly id = 'apertium';
  readonly egress = 'local';
  private readonly gate = new ConcurrencyGate(atOnce);
  private found: Promise<ApertiumInstallation | undefined> | undefined;
  private readonly modes = new Map<string, Promise<ReadyMode | undefined>>();

  /**
   * @param folder where our own copies of the pipelines are written
   * @param searchPath where `apertium` is looked for instead of on `PATH`
   */
  constructor(
    private readonly folder: string,
    private readonly searchPath?: string,
  ) {}

  /** For example `apertium/3.8.3 mkd-bul/0.2.1-2 modes:0a1b2c3d`. */
  async version(pair: Pair): Promise<string> {
    const { installation, mode, name } = await this.ready(pair);
    return `apertium/${installation.version} ${name}/${mode.version} modes:${mode.digest}`;
  }

  async pairs(): Promise<readonly Pair[]> {
    const installation = await this.installation();
    if (!installation) return [];
    const names = vetted.filter((name) => installation.modeNames.includes(name));
    const ready = await Promise.all(names.map((name) => this.mode(installation, name)));
    return names.filter((_, at) => ready[at] !== undefined).map(pairOf);
  }

  via(): null {
    return null;
  }

  async translate(
    pair: Pair,
    segments: readonly Segment[],
    signal: AbortSignal,
  ): Promise<readonly TranslatedSegment[]> {
    const { installation, mode, name } = await this.ready(pair);
    const sent = segments.map(({ id, html }) => `<p id="${id}">${html}</p>`).join('\n');
    const received = await this.gate.through(() =>
      throughApertium(installation, { folder: mode.folder, name }, sent, signal),
    );
    return [...received.matchAll(/<p id="([\w-]+)">([^]*?)<\/p>/g)].map(([, id = '', html = '']) => ({
      id,
      ...plainFromApertium(html),
    }));
  }

  async isWell(): Promise<boolean> {
    return (await this.pairs()).length > 0;
  }

  private async ready(pair: Pair): Promise<{ installation: ApertiumInstallation; mode: ReadyMode; name: string }> {
    const name = `${threeLetterCode(pair.source)}-${threeLetterCode(pair.target)}`;
    const installation = await this.installation();
    if (!installation) throw new EngineError('unavailable', this.id);
    const offered = vetted.includes(name) && installation.modeNames.includes(name);
    const mode = offered ? await this.mode(installation, name) : undefined;
    if (!mode) throw new EngineError('unsupported_pair', this.id);
    return { installation, mode, name };
  }

  private installation(): Promise<ApertiumInstallation | undefined> {
    this.found ??= findApertium(this.searchPath);
    return this.found;
  }

  private mode(installation: ApertiumInstallation, name: string): Promise<ReadyMode | undefined> {
    const known = this.modes.get(name) ?? this.prepare(installation, name);
    this.modes.set(name, known);
    return known;
  }

  /** A folder that cannot be written now may be writable later: that failure is not remembered. */
  private async prepare({ modes }: ApertiumInstallation, name: string): Promise<ReadyMode | undefined> {
    try {
      const mode = await prepareMode(name, modes, this.folder);
      return mode && { ...mode, version: await dataVersion(mode.pipeline) };
    } catch {
      this.modes.delete(name);
      throw new EngineError('unavailable', this.id);
    }
  }
}

function pairOf(mode: string): Pair {
  const [source = '', target = ''] = mode.split('-');
  return { source: normalLanguage(source), target: normalLanguage(target) };
}
