import { Injectable } from '@nestjs/common';
import type { AllowedHostsView, WordlistView } from '../../../../../shared/moderation/detection/wordlist.schema.js';
import { dayOf } from '../../../../platform/clock/day.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { WordlistRepository } from './wordlist.repository.js';

/** The lists of a dyad as those read them who moderate, change or watch over them. */
@Injectable()
export class WordlistService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: WordlistRepository,
  ) {}

  read(dyadId: string): Promise<{ lists: WordlistView[]; hosts: AllowedHostsView | null }> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const lists = await this.lists.latest(tx, dyadId);
      const hosts = await this.lists.latestHosts(tx, dyadId);
      return {
        lists: lists.map(({ adoptedAt, entries, ...list }) => ({
          ...list,
          entries: [...entries],
          adoptedOn: dayOf(adoptedAt),
        })),
        hosts: hosts ? { version: hosts.version, hosts: [...hosts.hosts], adoptedOn: dayOf(hosts.adoptedAt) } : null,
      };
    });
  }
}
