import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { neutralNameOf } from '../../../shared/dyads/neutral-name.rules.js';
import { skeleton } from '../../../shared/language/unicode-safety.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { randomId } from '../../platform/ids/ids.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import { MemberNameRepository, type NameWithheld, type NotedName } from './member-name.repository.js';
import { MemberRepository } from './member.repository.js';

export type { NameWithheld, NotedName } from './member-name.repository.js';

/** Numbers of neutral names: few digits are easy to tell apart, and there are enough of them for any dyad. */
const numbers = { from: 1_000, below: 1_000_000 };
const mostTries = 100;

/** What moderators decide about the names of members: others see a neutral one, wherever a name is shown. */
@Injectable()
export class MemberNames {
  constructor(
    private readonly names: MemberNameRepository,
    private readonly members: MemberRepository,
    private readonly rights: RightsWatch,
    private readonly clock: Clock,
  ) {}

  /** The name that a member bears now, to be decided about; nothing for nobody, and while it is withheld. */
  note(tx: Tx, memberId: string): Promise<string | undefined> {
    return this.names.note(tx, memberId, randomId(), this.clock.now());
  }

  /** Names that were noted, by id, as their members chose them. */
  async find(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, NotedName>> {
    const found = ids.length === 0 ? [] : await this.names.find(tx, ids);
    return new Map(found.map((one) => [one.id, one]));
  }

  /** From the commit on nobody but the member has the name, on open documents within a second. */
  async withhold(tx: Tx, id: string, how: NameWithheld): Promise<void> {
    const name = await this.require(tx, id);
    await this.names.withhold(tx, id, how);
    await this.names.cover(tx, id, skeleton(await this.neutralOf(tx, name)));
    await this.tell(tx, name);
  }

  /** Everybody has the name again, unless the member has chosen another. */
  async show(tx: Tx, id: string): Promise<void> {
    const name = await this.require(tx, id);
    await this.names.uncover(tx, id);
    await this.tell(tx, name);
  }

  private async require(tx: Tx, id: string): Promise<NotedName> {
    const [name] = await this.names.find(tx, [id]);
    if (!name) throw new Error('A name that is decided about is not there');
    return name;
  }

  /** A member keeps their neutral name: others know each time whose words they read. */
  private async neutralOf(tx: Tx, { memberId }: NotedName): Promise<string> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const neutral = neutralNameOf(randomInt(numbers.from, numbers.below));
      const given = await this.names.giveNeutral(tx, memberId, neutral);
      if (given !== undefined) return given;
    }
    throw new Error('No neutral name is free');
  }

  private async tell(tx: Tx, { dyadId, memberId }: NotedName): Promise<void> {
    const member = await this.members.byId(tx, memberId);
    if (member && member.account_id !== null) await this.rights.announce(tx, member.account_id);
    await this.rights.announceOf(tx, 'names', dyadId);
  }
}
