import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import {
  conceptContent,
  termChange,
  termRetirement,
  type ConceptContent,
} from '../../../../shared/translation/glossary.schema.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { JointActs, type AgreedAct } from '../../dyads/joint-act.port.js';
import { GlossaryRepository, type RevisionRow } from './glossary.repository.js';
import { requireNewForms, requireBothSides } from './terms.policy.js';

/** A concept as a proposer read it. */
interface Read {
  readonly concept: string;
  readonly revision: number;
}

/**
 * What words mean to both sides is for both to say: a steward of each adds, changes and retires concepts, having read
 * them in both languages.
 */
@Injectable()
export class TermAct implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly dyads: DyadReader,
    private readonly glossary: GlossaryRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const describe = async (_tx: Tx, _reader: DyadMember, acts: readonly object[]): Promise<readonly object[]> => acts;
    this.acts.register({
      kind: 'term.add',
      details: conceptContent,
      replaces: async (tx, dyadId, content) => {
        await this.requireFitting(tx, dyadId, content);
        return {};
      },
      perform: (tx, content, act) => this.add(tx, content, act),
      describe,
    });
    this.acts.register({
      kind: 'term.change',
      details: termChange,
      replaces: async (tx, dyadId, change) => {
        const { note, terms } = await this.requireUnchanged(tx, dyadId, change);
        await this.requireFitting(tx, dyadId, change, change.concept);
        return { from: { note, terms } };
      },
      perform: (tx, change, act) => this.change(tx, change, act),
      describe,
    });
    this.acts.register({
      kind: 'term.retire',
      details: termRetirement,
      replaces: async (tx, dyadId, read) => {
        const { note, terms } = await this.requireUnchanged(tx, dyadId, read);
        return { from: { note, terms } };
      },
      perform: (tx, read, act) => this.retire(tx, read, act),
      describe,
    });
  }

  private async add(tx: Tx, content: ConceptContent, { id: act, dyadId }: AgreedAct): Promise<void> {
    await this.glossary.lock(tx, dyadId);
    await this.requireFitting(tx, dyadId, content);
    const concept = randomId();
    await this.glossary.addConcepts(tx, dyadId, [concept]);
    await this.glossary.add(tx, dyadId, { ...content, concept, type: 'added', act, at: this.clock.now() });
  }

  private async change(tx: Tx, change: ConceptContent & Read, { id: act, dyadId }: AgreedAct): Promise<void> {
    await this.glossary.lock(tx, dyadId);
    const { concept } = await this.requireUnchanged(tx, dyadId, change);
    await this.requireFitting(tx, dyadId, change, concept);
    const { note, terms } = change;
    await this.glossary.add(tx, dyadId, { concept, note, terms, type: 'changed', act, at: this.clock.now() });
  }

  private async retire(tx: Tx, read: Read, { id: act, dyadId }: AgreedAct): Promise<void> {
    await this.glossary.lock(tx, dyadId);
    const { concept, note, terms } = await this.requireUnchanged(tx, dyadId, read);
    await this.glossary.add(tx, dyadId, { concept, note, terms, type: 'retired', act, at: this.clock.now() });
  }

  /**
   * @param own the concept that is changed, whose own words are not in its way
   * @throws InvalidRequest, Failure `term.exists`
   */
  private async requireFitting(tx: Tx, dyadId: string, content: ConceptContent, own?: string): Promise<void> {
    const { languageOf } = await this.dyads.profile(tx, dyadId);
    requireBothSides(content, [languageOf.a, languageOf.b]);
    const others = (await this.inForce(tx, dyadId)).filter(({ concept }) => concept !== own);
    requireNewForms(
      content.terms,
      others.flatMap((one) => one.terms),
    );
  }

  /**
   * The concept, as it was read.
   * @throws Failure `request.not_found` when there is none, `term.changed` when it is another by now
   */
  private async requireUnchanged(tx: Tx, dyadId: string, { concept, revision }: Read): Promise<RevisionRow> {
    const found = (await this.inForce(tx, dyadId)).find((one) => one.concept === concept);
    if (!found) throw new Failure('request.not_found');
    if (found.version !== revision) throw new Failure('term.changed');
    return found;
  }

  private async inForce(tx: Tx, dyadId: string): Promise<RevisionRow[]> {
    return this.glossary.asOf(tx, dyadId, await this.glossary.newest(tx, dyadId));
  }
}
