import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { InvalidRequest } from '../../../shared/contract/failure.js';
import type { jointActKinds } from '../../../shared/dyads/dyad.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import { fieldProblems } from '../../platform/http/parse-input.js';

export type JointActKind = (typeof jointActKinds)[number];

/** The act as the one who carries it out sees it. */
export interface AgreedAct {
  readonly id: string;
  readonly dyadId: string;
  readonly reason: string;
}

/** What one kind of act is: what it says, whether it makes sense now, and how it is done. */
export interface JointActWork<Details extends z.ZodObject> {
  readonly kind: JointActKind;
  readonly details: Details;
  /** @throws Failure when it could not be done anyway; asked before it is proposed. */
  check(tx: Tx, dyadId: string, details: z.output<Details>): Promise<void>;
  /** Runs in the transaction of the second key. */
  perform(tx: Tx, details: z.output<Details>, act: AgreedAct): Promise<void>;
}

/** The acts that need a steward of each side; the module that owns one registers it. */
@Injectable()
export class JointActs {
  private readonly kinds = new Map<string, JointActWork<z.ZodObject>>();

  register<Details extends z.ZodObject>(work: JointActWork<Details>): void {
    if (this.kinds.has(work.kind)) throw new Error(`Two modules carry out ${work.kind}`);
    this.kinds.set(work.kind, {
      kind: work.kind,
      details: work.details,
      check: (tx, dyadId, details) => work.check(tx, dyadId, work.details.parse(details)),
      perform: (tx, details, act) => work.perform(tx, work.details.parse(details), act),
    });
  }

  /** The details, checked. @throws InvalidRequest naming the fields. */
  async checked(tx: Tx, dyadId: string, kind: JointActKind, details: unknown): Promise<Record<string, unknown>> {
    const work = this.work(kind);
    const parsed = work.details.strict().safeParse(details);
    if (!parsed.success) {
      throw new InvalidRequest(parsed.error.issues.flatMap((issue) => fieldProblems('body.details', issue)));
    }
    await work.check(tx, dyadId, parsed.data);
    return parsed.data;
  }

  perform(tx: Tx, kind: JointActKind, details: unknown, act: AgreedAct): Promise<void> {
    const work = this.work(kind);
    return work.perform(tx, work.details.parse(details), act);
  }

  private work(kind: JointActKind): JointActWork<z.ZodObject> {
    const work = this.kinds.get(kind);
    if (!work) throw new Error(`Nobody carries out ${kind}`);
    return work;
  }
}
