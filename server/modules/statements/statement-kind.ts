import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statementShape } from '../../../shared/documents/document-shape.js';
import { DocumentKinds } from '../documents/document-kinds.port.js';
import { Streams } from '../../platform/realtime/streams.js';
import { roleReaches } from '../../../shared/documents/document.rules.js';
import { StatementReader } from './statement.reader.js';

/** The name of this kind of document. */
export const statementKind = 'statement';

/** Says to documents who may do what with a statement, and to the live channel who may hear of it. */
@Injectable()
export class StatementDocuments implements OnModuleInit {
  constructor(
    private readonly kinds: DocumentKinds,
    private readonly streams: Streams,
    private readonly reader: StatementReader,
  ) {}

  onModuleInit(): void {
    this.kinds.register(statementKind, {
      shape: statementShape,
      roleOf: (tx, id, member) => this.reader.roleOf(tx, id, member),
    });
    this.streams.register(statementKind, async (tx, id, member) =>
      roleReaches(await this.reader.roleOf(tx, id, member), 'read'),
    );
  }
}
