import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { concernOf, concernToLook, finding, type Finding } from '../../../shared/moderation/detection/finding.rules.js';
import { Log } from '../../platform/logging/log.js';
import type { Phase, Submitted, Surroundings } from './detection/phase.js';
import { PHASES } from './detection/phases.js';
import { SurroundingsReader } from './detection/surroundings.reader.js';
import { WordMatcher } from './detection/words/word-matcher.js';

export type { Submitted } from './detection/phase.js';

/** Everything found in a text. It orders the work of moderators; no state follows from it. */
export interface Findings {
  /** In the order of the phases. */
  readonly findings: readonly Finding[];
  /** How much there is to look at it for, from 0 to below 1. */
  readonly concern: number;
  /** Whether a human should look, also when the text is published already. */
  readonly wantsLook: boolean;
}

/**
 * Looks at what is written. It may take seconds, since it asks a thread and maybe a service, so it is called outside of
 * any transaction and nobody waits for it: what it finds only says how soon a moderator looks (MOD-35).
 */
@Injectable()
export class Detection implements OnModuleDestroy {
  constructor(
    private readonly surroundings: SurroundingsReader,
    @Inject(PHASES) private readonly phases: readonly Phase[],
    private readonly matcher: WordMatcher,
    private readonly log: Log,
  ) {}

  /**
   * Asks every phase in turn. One that fails is told as not looked at. Asking again about the same revision is harmless.
   * @throws Failure `request.not_found` for a dyad that there is not; whatever the database throws when it is away
   */
  async look(submitted: Submitted): Promise<Findings> {
    const around = await this.surroundings.of(submitted);
    const findings: Finding[] = [];
    for (const phase of this.phases) findings.push(...(await this.ask(phase, submitted, around)));
    const concern = concernOf(findings);
    return { findings, concern, wantsLook: concern >= concernToLook };
  }

  async onModuleDestroy(): Promise<void> {
    await this.matcher.stop();
  }

  private async ask(phase: Phase, submitted: Submitted, around: Surroundings): Promise<readonly Finding[]> {
    try {
      return await phase.look(submitted, around);
    } catch (error) {
      this.log.error('detection.phase_failed', { phase: phase.name, error });
      return [finding('not_looked_at', { phase: phase.name })];
    }
  }
}
