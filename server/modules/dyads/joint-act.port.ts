import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { DyadMember } from '../../../shared/access/actor.js';
import { Failure, InvalidRequest } from '../../../shared/contract/failure.js';
import type { JointActKind } from '../../../shared/dyads/joint-act.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import { fieldProblems } from '../../platform/http/parse-input.js';
import { JointActRepository } from './joint-act.repository.js';

/** The act as the one who carries it out sees it. */
export interface AgreedAct {
  readonly id: string;
  readonly dyadId: string;
  readonly reason: string;
}

/** What is kept of a proposal: what was proposed, and what it would replace. */
export type KeptDetails = Readonly<Record<string, unknown>>;

/** What one kind of act is: what it says, whether it makes sense now, how it is read, and how it is done. */
export interface JointActWork<Details extends z.ZodObject> {
  readonly kind: JointActKind;
  readonly details: Details;
  /**
   * What stands now and the act would replace, kept with it, so that whoever reads it later reads from what to what.
   * @throws Failure when it could not be done anyway.
   */
  replaces(tx: Tx, dyadId: string, details: z.output<Details>): Promise<KeptDetails>;
  /** Runs in the transaction of the second key. */
  perform(tx: Tx, details: z.output<Details>, act: AgreedAct): Promise<void>;
  /**
   * The details of several acts, in their order, with the names and titles that a reader needs and may read; all in one
   * query.
   */
  describe(tx: Tx, reader: DyadMember, acts: readonly KeptDetails[]): Promise<readonly object[]>;
}

/** The acts that need a steward of each side; the module that owns one registers it. */
@Injectable()
export class JointActs {
  private readonly kinds = new Map<string, JointActWork<z.ZodObject>>();

  constructor(private readonly kept: JointActRepository) {}

  register<Details extends z.ZodObject>(work: JointActWork<Details>): void {
    if (this.kinds.has(work.kind)) throw new Error(`Two modules carry out ${work.kind}`);
    this.kinds.set(work.kind, {
      kind: work.kind,
      details: work.details,
      replaces: (tx, dyadId, details) => work.replaces(tx, dyadId, work.details.parse(details)),
      perform: (tx, details, act) => work.perform(tx, work.details.parse(details), act),
      describe: (tx, reader, acts) => work.describe(tx, reader, acts),
    });
  }

  /** The details as they are kept. @throws InvalidRequest naming the fields. */
  async checked(tx: Tx, dyadId: string, kind: JointActKind, details: unknown): Promise<KeptDetails> {
    const work = this.work(kind);
    const parsed = work.details.strict().safeParse(details);
    if (!parsed.success) {
      throw new InvalidRequest(parsed.error.issues.flatMap((issue) => fieldProblems('body.details', issue)));
    }
    return { ...parsed.data, ...(await work.replaces(tx, dyadId, parsed.data)) };
  }

  /** @throws Failure `joint_act.closed`, and whatever the work refuses */
  async perform(tx: Tx, kind: JointActKind, details: unknown, act: AgreedAct): Promise<void> {
    const work = this.work(kind);
    const known = work.details.safeParse(details);
    // A text of it was erased while it waited: nobody can agree to what is not there any more.
    if (!known.success) throw new Failure('joint_act.closed');
    return work.perform(tx, known.data, act);
  }

  /** The details of acts of any kinds as people read them, in the order of the acts. */
  async describe(
    tx: Tx,
    reader: DyadMember,
    acts: readonly { readonly kind: JointActKind; readonly details: KeptDetails }[],
  ): Promise<(object | undefined)[]> {
    const described = new Map<object, object>();
    for (const kind of new Set(acts.map((act) => act.kind))) {
      const ofKind = acts.filter((act) => act.kind === kind).map(({ details }) => details);
      const read = await this.work(kind).describe(tx, reader, ofKind);
      ofKind.forEach((details, at) => described.set(details, read[at] ?? {}));
    }
    return acts.map(({ details }) => described.get(details));
  }

  /**
   * Takes texts that must go out of all acts whose details name something. They can become empty; the database lets
   * nothing else change.
   */
  async empty(
    tx: Tx,
    dyadId: string,
    named: { readonly name: string; readonly is: string },
    emptied: (details: KeptDetails) => KeptDetails,
  ): Promise<void> {
    for (const { id, details } of await this.kept.naming(tx, dyadId, named.name, named.is))
      await this.kept.empty(tx, id, emptied(details));
  }

  private work(kind: JointActKind): JointActWork<z.ZodObject> {
    const work = this.kinds.get(kind);
    if (!work) throw new Error(`Nobody carries out ${kind}`);
    return work;
  }
}
