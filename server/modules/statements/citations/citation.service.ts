import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import type { findCitable, readCitations } from '../../../../shared/statements/citation.contract.js';
import type { CitedThing } from '../../../../shared/statements/citation.schema.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Citations } from './citations.query.js';

/** Finding what can be cited, and reading what is. */
@Injectable()
export class CitationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly citations: Citations,
  ) {}

  find({ query }: InputOf<typeof findCitable>, permit: Permit): Promise<CitedThing[]> {
    const { dyadId } = permit.member;
    return this.unitOfWork.run({ dyadId }, (tx) => this.citations.find(tx, dyadId, query.words));
  }

  read({ query }: InputOf<typeof readCitations>, permit: Permit): Promise<CitedThing[]> {
    const { dyadId } = permit.member;
    const asked = query.of.split(',').map((key) => {
      const [kind = '', of = ''] = key.split(':');
      return { kind, of };
    });
    return this.unitOfWork.run({ dyadId }, (tx) => this.citations.look(tx, dyadId, asked));
  }
}
