import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DyadReader } from '../dyads/dyad.reader.js';
import { MemberReader } from '../dyads/member.reader.js';
import { DocumentKinds, type DocumentKind } from './document-kinds.port.js';
import { DocumentLogRepository } from './document-log.repository.js';

/** Where a document belongs. */
export interface DocumentPlace {
  readonly id: string;
  readonly dyadId: string;
  readonly dyadSlug: string;
  readonly kind: DocumentKind;
  /** The document that it is a part of; it is addressed with it. */
  readonly whole: string | undefined;
}

/** Finds documents and the people in them. Where a document belongs never changes, so it is asked once. */
@Injectable()
export class DocumentDirectory {
  private readonly places = new Map<string, DocumentPlace>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly documents: DocumentLogRepository,
    private readonly dyads: DyadReader,
    private readonly members: MemberReader,
    private readonly kinds: DocumentKinds,
  ) {}

  async find(id: string): Promise<DocumentPlace | undefined> {
    const known = this.places.get(id);
    if (known) return known;
    const place = await this.unitOfWork.run('all dyads', async (tx) => {
      const row = await this.documents.find(tx, id);
      if (!row) return undefined;
      const { slug } = await this.dyads.profile(tx, row.dyadId);
      const kind = this.kinds.of(row.kind);
      return { id, dyadId: row.dyadId, dyadSlug: slug, kind, whole: await kind.wholeOf?.(tx, id) };
    });
    if (place) this.remember(place);
    return place;
  }

  /** Whether a document that was found before is a part of another one: what one may do there may rest on that one. */
  isPartOf(id: string, whole: string): boolean {
    return this.places.get(id)?.whole === whole;
  }

  /** The name that a member bears now. */
  async pseudonym(tx: Tx, memberId: string): Promise<string> {
    const views = await this.members.views(tx, [memberId]);
    return views.get(memberId)?.pseudonym ?? '';
  }

  private remember(place: DocumentPlace): void {
    this.places.set(place.id, place);
    const [oldest] = this.places.keys();
    if (this.places.size > 10_000 && oldest !== undefined) this.places.delete(oldest);
  }
}
