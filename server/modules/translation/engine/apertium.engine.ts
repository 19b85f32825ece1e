import { normalLanguage, threeLetterCode } from '../../../../shared/translation/translation.rules.js';
import { dataVersion, findApertium, type ApertiumInstallation } from './apertium-installation.js';
import { modesIn, prepareMode, type PreparedMode } from './apertium-mode.js';
import { throughApertium } from './apertium-pipeline.js';
import type { ApertiumServer } from './apertium-server.js';
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

interface Ready {
  readonly installation: ApertiumInstallation;
  readonly mode: ReadyMode;
  readonly name: string;
}

/**
 * Apertium on this machine, rule-based and offline: by a server of its own where APy is installed, else, or while that is
 * away, by its command line, which takes the start of a dozen processes each time. Both run the same pipelines.
 */
export class ApertiumEngine implements TranslationEngine {
  readonly id = 'apertium';
  readonly egress = 'local';
  private readonly gate = new ConcurrencyGate(atOnce);
  private found: Promise<ApertiumInstallation | undefined> | undefined;
  private readonly modes = new Map<string, Promise<ReadyMode | undefined>>();

  /**
   * @param folder where our own copies of the pipelines are written
   * @param by the server that it is asked by, and where `apertium` is looked for instead of on `PATH`
   */
  constructor(
    private readonly folder: string,
    private readonly by: { readonly server?: ApertiumServer; readonly searchPath?: string } = {},
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
    const ready = await this.ready(pair);
    const sent = segments.map(({ id, html }) => `<p id="${id}">${html}</p>`).join('\n');
    const received = await this.gate.through(async () => {
      const served = await this.served(ready, sent, signal);
      const { installation, mode, name } = ready;
      return served ?? throughApertium(installation, { folder: mode.folder, name }, sent, signal);
    });
    return [...received.matchAll(/<p id="([\w-]+)">([^]*?)<\/p>/g)].map(([, id = '', html = '']) => ({
      id,
      ...plainFromApertium(html),
    }));
  }

  async isWell(): Promise<boolean> {
    return (await this.pairs()).length > 0;
  }

  async stop(): Promise<void> {
    await this.by.server?.stop();
  }

  /** What the server says; nothing where there is none, or it is away. */
  private async served({ installation, name }: Ready, html: string, signal: AbortSignal): Promise<string | undefined> {
    const { server } = this.by;
    if (!server) return undefined;
    // The server takes the modes that it finds when it starts: all of them, not only the one that is asked for now.
    await this.pairs();
    try {
      return await server.translate(installation, { modes: modesIn(this.folder), name }, html, signal);
    } catch (error) {
      if (signal.aborted || !(error instanceof EngineError) || error.kind !== 'unavailable') throw error;
      return undefined;
    }
  }

  private async ready(pair: Pair): Promise<Ready> {
    const name = `${threeLetterCode(pair.source)}-${threeLetterCode(pair.target)}`;
    const installation = await this.installation();
    if (!installation) throw new EngineError('unavailable', this.id);
    const offered = vetted.includes(name) && installation.modeNames.includes(name);
    const mode = offered ? await this.mode(installation, name) : undefined;
    if (!mode) throw new EngineError('unsupported_pair', this.id);
    return { installation, mode, name };
  }

  private installation(): Promise<ApertiumInstallation | undefined> {
    this.found ??= findApertium(this.by.searchPath);
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
