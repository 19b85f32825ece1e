import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { DocumentShape } from '../../../shared/documents/document-shape.js';
import type { DocumentRole } from '../../../shared/documents/document.rules.js';
import type { Tx } from '../../platform/database/tx.js';

/** What the module that owns a kind of document says about it. */
export interface DocumentKind {
  readonly shape: DocumentShape;
  /** The document that one of this kind is a part of, when it has one: it is addressed with it, `whole~part`. */
  readonly wholeOf?: (tx: Tx, documentId: string) => Promise<string | undefined>;
  /** What a member may do with a document of this kind now; asked again whenever rights change. */
  readonly roleOf: (tx: Tx, documentId: string, member: DyadMember) => Promise<DocumentRole>;
}

/** The kinds of document there are. */
@Injectable()
export class DocumentKinds {
  private readonly kinds = new Map<string, DocumentKind>();

  register(name: string, kind: DocumentKind): void {
    if (this.kinds.has(name)) throw new Error(`Two modules own documents called ${name}`);
    this.kinds.set(name, kind);
  }

  of(name: string): DocumentKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`Nobody owns documents called ${name}`);
    return kind;
  }
}
