import { Injectable, type OnModuleInit } from '@nestjs/common';
import { wordlistLimits } from '../../../../../shared/moderation/detection/wordlist.rules.js';
import {
  wordlistChange,
  wordlistChangeDetails,
  type WordEntry,
} from '../../../../../shared/moderation/detection/wordlist.schema.js';
import { Clock } from '../../../../platform/clock/clock.js';
import type { Tx } from '../../../../platform/database/tx.js';
import { DyadReader } from '../../../dyads/dyad.reader.js';
import { JointActs } from '../../../dyads/joint-act.port.js';
import { changed, invalid, requireSensible } from './list-change.js';
import { WordlistRepository, type WordlistRow } from './wordlist.repository.js';

const nameOf = ({ text }: WordEntry): string => text;

/** Which words bring a text to a moderator is a rule for both sides, so it takes a steward of each to change a list. */
@Injectable()
export class WordlistAct implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly lists: WordlistRepository,
    private readonly dyads: DyadReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.acts.register({
      kind: 'wordlist.change',
      details: wordlistChange,
      replaces: async (tx, dyadId, change) => {
        const { languages } = await this.dyads.profile(tx, dyadId);
        if (!languages.includes(change.language)) throw invalid('language', 'not_one_of');
        const list = await this.listOf(tx, dyadId, change.language);
        requireSensible(list.entries, change, nameOf);
        changed(list.entries, change, nameOf, wordlistLimits.entries);
        return { from: list.version };
      },
      perform: async (tx, change, { id, dyadId }) => {
        await this.lists.lock(tx, dyadId);
        const list = await this.listOf(tx, dyadId, change.language);
        await this.lists.add(tx, dyadId, {
          language: change.language,
          entries: changed(list.entries, change, nameOf, wordlistLimits.entries),
          version: list.version + 1,
          actId: id,
          adoptedAt: this.clock.now(),
        });
      },
      describe: async (_tx, _reader, acts) => acts.map((details) => wordlistChangeDetails.parse(details)),
    });
  }

  private async listOf(tx: Tx, dyadId: string, language: string): Promise<Pick<WordlistRow, 'version' | 'entries'>> {
    const all = await this.lists.latest(tx, dyadId);
    return all.find((list) => list.language === language) ?? { version: 0, entries: [] };
  }
}
