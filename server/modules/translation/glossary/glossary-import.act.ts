import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { glossaryImportProposal, type ImportedChange } from '../../../../shared/translation/glossary-files.schema.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { JointActs, type AgreedAct } from '../../dyads/joint-act.port.js';
import { GlossaryImportRepository, type GlossaryImportRow } from './glossary-import.repository.js';
import { GlossaryRepository, type NewRevision } from './glossary.repository.js';
import { wordsOf } from './terms.policy.js';

interface Proposal {
  readonly import: string;
  readonly hash: string;
}

/** All entries of a file come into the glossary together or not at all, when a steward of each side agreed to exactly them. */
@Injectable()
export class GlossaryImportAct implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly imports: GlossaryImportRepository,
    private readonly glossary: GlossaryRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.acts.register({
      kind: 'glossary.import',
      details: glossaryImportProposal,
      replaces: async (tx, dyadId, proposal) => {
        const { fileName, report, changes } = await this.required(tx, dyadId, proposal);
        await this.requireFitting(tx, dyadId, changes);
        await this.imports.propose(tx, dyadId, proposal.import, this.clock.now());
        const { added, changed, unchanged, left } = report;
        return { fileName, added, changed, unchanged, left };
      },
      perform: (tx, proposal, act) => this.bring(tx, proposal, act),
      describe: async (_tx, _reader, acts) => acts,
    });
  }

  private async bring(tx: Tx, proposal: Proposal, { id: act, dyadId }: AgreedAct): Promise<void> {
    await this.glossary.lock(tx, dyadId);
    const { changes } = await this.required(tx, dyadId, proposal);
    await this.requireFitting(tx, dyadId, changes);
    const at = this.clock.now();
    const rows = changes.map((change): NewRevision => {
      const concept = change.type === 'added' ? randomId() : change.concept;
      return { concept, type: change.type, note: change.note, terms: [...change.terms], act, at };
    });
    const added = rows.filter(({ type }) => type === 'added').map(({ concept }) => concept);
    await this.glossary.addConcepts(tx, dyadId, added);
    await this.glossary.addAll(tx, dyadId, rows);
  }

  /** The file that was read, when it is the one that is meant. @throws Failure `request.not_found` */
  private async required(tx: Tx, dyadId: string, proposal: Proposal): Promise<GlossaryImportRow> {
    const found = await this.imports.byId(tx, dyadId, proposal.import);
    if (found?.hash !== proposal.hash) throw new Failure('request.not_found');
    return found;
  }

  /**
   * The glossary must still be as it was when the file was read, where the file touches it.
   * @throws Failure `term.changed` when an entry is another by now, `term.exists` when a word stands elsewhere by now
   */
  private async requireFitting(tx: Tx, dyadId: string, changes: readonly ImportedChange[]): Promise<void> {
    const inForce = await this.glossary.asOf(tx, dyadId, await this.glossary.newest(tx, dyadId));
    const versions = new Map(inForce.map(({ concept, version }) => [concept, version]));
    const changed = changes.filter((one) => one.type === 'changed');
    if (changed.some(({ concept, revision }) => versions.get(concept) !== revision)) throw new Failure('term.changed');
    const replaced = new Set(changed.map(({ concept }) => concept));
    const others = inForce.filter(({ concept }) => !replaced.has(concept));
    const keys = [...others, ...changes].flatMap(({ terms }) => wordsOf(terms));
    if (new Set(keys).size < keys.length) throw new Failure('term.exists');
  }
}
