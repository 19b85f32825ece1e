import { Injectable } from '@nestjs/common';
import type { FileAnswer } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { GlossaryFormat } from '../../../../shared/translation/glossary-files.rules.js';
import { glossaryLimits } from '../../../../shared/translation/glossary.rules.js';
import type { GlossaryView } from '../../../../shared/translation/glossary.schema.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { glossaryFile } from '../interchange/glossary-files.js';
import { GlossaryRepository } from './glossary.repository.js';
import { changeView, conceptView } from './glossary.view.js';

/** The glossary of a dyad, as anybody may read it. */
@Injectable()
export class GlossaryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dyads: DyadReader,
    private readonly glossary: GlossaryRepository,
  ) {}

  /**
   * The version asked for, or the one in force.
   * @throws Failure `request.not_found`
   */
  read(slug: string, version: number | undefined): Promise<GlossaryView> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const { id } = await this.dyads.named(tx, slug);
      const inForce = await this.glossary.newest(tx, id);
      const asked = version ?? inForce;
      if (asked > inForce) throw new Failure('request.not_found');
      const concepts = await this.glossary.asOf(tx, id, asked);
      const changes = await this.glossary.changes(tx, id, glossaryLimits.changes);
      return { version: asked, inForce, concepts: concepts.map(conceptView), changes: changes.map(changeView) };
    });
  }

  /**
   * The same as a file.
   * @throws Failure `request.not_found`
   */
  async file(slug: string, version: number | undefined, format: GlossaryFormat): Promise<FileAnswer> {
    const { version: shown, concepts } = await this.read(slug, version);
    const name = `${slug} glossary ${shown}.${format}`;
    const languages = [...new Set(concepts.flatMap(({ terms }) => terms.map(({ language }) => language)))];
    return { name, latinName: name, languages, content: [...glossaryFile(format, concepts)].join('') };
  }
}
