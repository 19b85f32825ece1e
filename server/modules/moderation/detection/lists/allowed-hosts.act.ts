import { Injectable, type OnModuleInit } from '@nestjs/common';
import { wordlistLimits } from '../../../../../shared/moderation/detection/wordlist.rules.js';
import {
  allowedHostsChange,
  allowedHostsChangeDetails,
} from '../../../../../shared/moderation/detection/wordlist.schema.js';
import { Clock } from '../../../../platform/clock/clock.js';
import { JointActs } from '../../../dyads/joint-act.port.js';
import { changed, requireSensible } from './list-change.js';
import { WordlistRepository } from './wordlist.repository.js';

const nameOf = (host: string): string => host;
const none = { version: 0, hosts: [] };

/** Where links may go without a moderator's look is a rule for both sides, so it takes a steward of each to change it. */
@Injectable()
export class AllowedHostsAct implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly lists: WordlistRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.acts.register({
      kind: 'allowed_hosts.change',
      details: allowedHostsChange,
      replaces: async (tx, dyadId, change) => {
        const { hosts, version } = (await this.lists.latestHosts(tx, dyadId)) ?? none;
        requireSensible(hosts, change, nameOf);
        changed(hosts, change, nameOf, wordlistLimits.hosts);
        return { from: version };
      },
      perform: async (tx, change, { id, dyadId }) => {
        await this.lists.lock(tx, dyadId);
        const { hosts, version } = (await this.lists.latestHosts(tx, dyadId)) ?? none;
        await this.lists.addHosts(tx, dyadId, {
          hosts: changed(hosts, change, nameOf, wordlistLimits.hosts),
          version: version + 1,
          actId: id,
          adoptedAt: this.clock.now(),
        });
      },
      describe: async (_tx, _reader, acts) => acts.map((details) => allowedHostsChangeDetails.parse(details)),
    });
  }
}
