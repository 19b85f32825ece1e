import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { CommentAnchor } from '../../../../shared/statements/comment.schema.js';
import { Documents } from '../../documents/documents.port.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import type { Tx } from '../../../platform/database/tx.js';
import { quotedWords } from './quoted-words.js';

/** Words of a clause with the positions that stay with them. */
export interface Anchored {
  readonly side: 'a' | 'b';
  readonly start: Buffer;
  readonly end: Buffer;
  readonly quote: string;
  readonly language: string;
}

/** Finds the words that a comment is about in the document as the server has it. */
@Injectable()
export class CommentAnchoring {
  constructor(
    private readonly documents: Documents,
    private readonly dyads: DyadReader,
  ) {}

  /** @throws Failure `comment.words_gone` when there are no such words, or they have not come here yet */
  async find(
    tx: Tx,
    dyadId: string,
    { statement, clause }: { readonly statement: string; readonly clause: string },
    { side, ...at }: CommentAnchor,
  ): Promise<Anchored> {
    const start = Buffer.from(at.start, 'base64url');
    const end = Buffer.from(at.end, 'base64url');
    const { seen: quote } = await this.documents.look(statement, (doc) =>
      quotedWords(doc, { clause, side, start, end }),
    );
    if (quote === undefined) throw new Failure('comment.words_gone');
    const { languageOf } = await this.dyads.profile(tx, dyadId);
    return { side, start, end, quote, language: languageOf[side] };
  }
}
