import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { canonicalText } from '../../../../shared/statements/canonical.rules.js';
import type { askForMachineText } from '../../../../shared/statements/machine-text.contract.js';
import type { MachineText } from '../../../../shared/statements/machine-text.schema.js';
import { Documents } from '../../documents/documents.port.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { MachineTexts } from '../../translation/machine-texts.port.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { readClauses } from '../statement-document.js';
import { StatementReader } from '../statement.reader.js';
import { withOtherWords, wordsOfBlocks } from './block-words.js';

/** A starting point for the other text of a clause, made by an engine for the drafter who asks. */
@Injectable()
export class MachineTextService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: StatementReader,
    private readonly documents: Documents,
    private readonly dyads: DyadReader,
    private readonly engines: MachineTexts,
  ) {}

  /** @throws Failure as the contract names them */
  async make(input: InputOf<typeof askForMachineText>, permit: Permit): Promise<MachineText> {
    // The engine may take its time: no transaction waits for it.
    const { text, ...wish } = await this.read(input, permit);
    const words = wordsOfBlocks(text);
    const made = await this.engines.of(words, wish);
    return {
      text: [
        ...withOtherWords(
          text,
          made.map((one) => one.text),
        ),
      ],
      engine: made[0]?.engine ?? '',
      via: made[0]?.via ?? null,
      doubts: [...new Set(made.flatMap(({ doubts }) => doubts))],
    };
  }

  private read({ params, body }: InputOf<typeof askForMachineText>, permit: Permit) {
    const { member } = permit;
    const from = body.into === 'a' ? 'b' : 'a';
    return this.unitOfWork.run({ dyadId: member.dyadId }, async (tx) => {
      const documentRole = await this.reader.roleOf(tx, params.statement, member);
      if (documentRole === 'none') throw new Failure('request.not_found');
      permit.require('clause.machine_text', { documentRole });
      const { seen } = await this.documents.look(params.statement, readClauses);
      const clause = seen.find(({ id }) => id === params.clause);
      if (!clause) throw new Failure('request.not_found');
      const text = canonicalText(clause.texts[from]);
      if (text.length === 0) throw new Failure('clause.empty');
      const { languageOf } = await this.dyads.profile(tx, member.dyadId);
      return { text, dyadId: member.dyadId, source: languageOf[from], target: languageOf[body.into] };
    });
  }
}
