import { Injectable, type OnModuleInit } from '@nestjs/common';
import { roleReaches } from '../../../../shared/documents/document.rules.js';
import { statementPlace } from '../../../../shared/statements/comment.rules.js';
import { PlaceGuards } from '../../forums/place-guards.port.js';
import { StatementReader } from '../statement.reader.js';

/** Says to the forum who may read and who may write in the threads of a statement: who may read and comment on it. */
@Injectable()
export class StatementPlaces implements OnModuleInit {
  constructor(
    private readonly guards: PlaceGuards,
    private readonly reader: StatementReader,
  ) {}

  onModuleInit(): void {
    this.guards.register(statementPlace, async (tx, id, member) => {
      const role = await this.reader.roleOf(tx, id, member);
      if (roleReaches(role, 'comment')) return 'write';
      return role === 'none' ? 'none' : 'read';
    });
  }
}

/** The place of a statement, as the forum knows it. */
export const placeOf = (statement: string) => ({ kind: statementPlace, id: statement });
