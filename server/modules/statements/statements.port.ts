import { Injectable } from '@nestjs/common';
import * as Y from 'yjs';
import { statementShape } from '../../../shared/documents/document-shape.js';
import type { ClauseTexts } from '../../../shared/statements/statement-text.schema.js';
import { Documents } from '../documents/documents.port.js';
import { writeFragment } from './fragment-of-text.js';

/** Statements without a browser: for the demonstration dyads. What it writes takes the way that people's words take. */
@Injectable()
export class Statements {
  constructor(private readonly documents: Documents) {}

  /** Writes both texts of a clause for a member, in place of what stands there; durable when it resolves. */
  async write(statement: string, clause: string, texts: ClauseTexts, memberId: string): Promise<void> {
    await this.documents.change(statement, memberId, (doc) => {
      const entry = doc.getMap(statementShape.structure).get(clause);
      if (!(entry instanceof Y.Map)) return;
      for (const side of statementShape.texts) {
        const fragment: unknown = entry.get(side);
        if (fragment instanceof Y.XmlFragment) writeFragment(fragment, texts[side]);
      }
    });
  }
}
