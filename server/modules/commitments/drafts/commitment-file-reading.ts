import { Injectable } from '@nestjs/common';
import { commitmentContent } from '../../../../shared/commitments/commitment.schema.js';
import { Failure, InvalidRequest, type FieldProblem } from '../../../../shared/contract/failure.js';
import type { Tx } from '../../../platform/database/tx.js';
import { fieldProblems } from '../../../platform/http/parse-input.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';
import { CommitmentContents, type Sealed } from './commitment-contents.js';
import { commitmentsInCsv, type CommitmentInFile } from './commitment-csv.js';

/** Why a commitment of a file cannot be one: fields that do not fit, or what it names is not here. */
export interface ProblemInFile {
  /** Where the commitment begins. */
  readonly line: number;
  readonly failure: Failure;
  readonly fields: readonly FieldProblem[];
}

export interface ReadFile {
  readonly sealed: readonly Sealed[];
  readonly problems: readonly ProblemInFile[];
}

/** Reads commitments from a file: each is held against the same rules as one from the form. */
@Injectable()
export class CommitmentFileReading {
  constructor(
    private readonly dyads: DyadReader,
    private readonly organisations: OrganisationReader,
    private readonly contents: CommitmentContents,
  ) {}

  /** @throws Failure `interchange.*` when the file cannot be read at all */
  async read(tx: Tx, dyadId: string, text: string): Promise<ReadFile> {
    const dyad = await this.dyads.profile(tx, dyadId);
    const organisations = await this.organisations.all(tx, dyadId);
    const sealed: Sealed[] = [];
    const problems: ProblemInFile[] = [];
    for (const one of commitmentsInCsv(text, { dyad, organisations })) {
      try {
        sealed.push(await this.sealed(tx, dyadId, one));
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        problems.push({ line: one.line, failure: error, fields: error.fields });
      }
    }
    return { sealed, problems };
  }

  private async sealed(tx: Tx, dyadId: string, { content }: CommitmentInFile): Promise<Sealed> {
    const parsed = commitmentContent.safeParse(content);
    if (!parsed.success)
      throw new InvalidRequest(parsed.error.issues.flatMap((issue) => fieldProblems('commitment', issue)));
    return this.contents.sealed(tx, dyadId, parsed.data, 'commitment');
  }
}
