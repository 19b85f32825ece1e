import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../../platform/clock/clock.js';
import { derivedKey, type Config } from '../../../../platform/config/config.js';
import type { Tx } from '../../../../platform/database/tx.js';
import { timeOrderedId } from '../../../../platform/ids/ids.js';
import { CONFIG } from '../../../../platform/platform.module.js';
import { Retention } from '../../../../platform/retention/retention.js';
import type { RepeatsOfText, Submitted } from '../phase.js';
import { alike, leadingMarks, likeness, marksOf } from './text-marks.js';
import { TextTraceRepository } from './text-trace.repository.js';

/** How long a text is remembered to be recognised again. */
const rememberedDays = 3;

/** Recognises texts that are said again, by what is left of them for some days. Sides are not looked at. */
@Injectable()
export class Repeats {
  private readonly key: Buffer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly traces: TextTraceRepository,
    private readonly clock: Clock,
    retention: Retention,
  ) {
    this.key = derivedKey(config, 'detection.repeats');
    retention.register('traces of texts', (tx) => traces.forget(tx, clock.in({ days: -rememberedDays })));
  }

  /** Compares a text with those of the last days, and remembers it. */
  async of(tx: Tx, { dyadId, kind, content, revision, author, text }: Submitted): Promise<RepeatsOfText> {
    const marks = marksOf(text, this.key);
    if (!marks) return { byAuthor: 0, byOthers: 0 };
    const leading = marks.slice(0, leadingMarks);
    const since = this.clock.in({ days: -rememberedDays });
    const near = await this.traces.near(tx, { dyadId, kind, content }, leading, since);
    const writtenAt = this.clock.now();
    const trace = { dyadId, kind, content, revision, authorId: author.memberId, marks, writtenAt };
    await this.traces.add(tx, { id: timeOrderedId(writtenAt), ...trace }, leading);
    const same = near.filter((other) => likeness(marks, other.marks) >= alike);
    const own = same.filter(({ authorId }) => authorId === author.memberId);
    const others = same.filter(({ authorId }) => authorId !== author.memberId);
    return {
      byAuthor: new Set(own.map((one) => one.content)).size,
      byOthers: new Set(others.map(({ authorId }) => authorId)).size,
    };
  }
}
