import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { Permit } from '../access/permit.js';
import type { Tx } from '../database/tx.js';
import { UnitOfWork } from '../database/unit-of-work.js';

/** Whether a member belongs to those who may hear a stream; `id` is the part of the stream's name after the colon. */
export type Audience = (tx: Tx, id: string, member: DyadMember) => Promise<boolean>;

/** What is special about a kind of stream. */
interface Kind {
  readonly audience: Audience;
  /** Those hear it as well who take no part at present: it is about themselves. */
  readonly staysOpen: boolean;
}

/** The kinds of stream there are; the module that owns a kind registers who may hear it. */
@Injectable()
export class Streams {
  private readonly kinds = new Map<string, Kind>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  register(kind: string, audience: Audience, { staysOpen = false }: Partial<Kind> = {}): void {
    if (this.kinds.has(kind)) throw new Error(`Two modules own streams called ${kind}`);
    this.kinds.set(kind, { audience, staysOpen });
  }

  /** @throws Failure when the caller is not in the stream's audience; a stream that does not exist has none. */
  async require(permit: Permit, stream: string): Promise<void> {
    await this.unitOfWork.run({ dyadId: permit.member.dyadId }, (tx) => this.requireWithin(tx, permit, stream));
  }

  /** The same inside a transaction under way. */
  async requireWithin(tx: Tx, permit: Permit, stream: string): Promise<void> {
    const [name = '', id = ''] = stream.split(':');
    const kind = this.kinds.get(name);
    const inStreamAudience = kind !== undefined && (await kind.audience(tx, id, permit.member));
    if (permit.action === 'typing.show') permit.require('typing.show', { inStreamAudience });
    else permit.require('stream.follow', { inStreamAudience, streamStaysOpen: kind?.staysOpen ?? false });
  }
}
