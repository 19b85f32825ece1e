import { Injectable } from '@nestjs/common';
import { disclosureView } from '../../../shared/dyads/dyad.schema.js';
import { emptied } from '../../../shared/language/erased-text.rules.js';
import type { ErasedPart } from '../../../shared/record/erased-part.js';
import type { Tx } from '../../platform/database/tx.js';
import { DyadRepository } from './dyad.repository.js';
import { JointActs, type KeptDetails } from './joint-act.port.js';

/** A text that must go, where the record told it, and what is said of its going. */
export interface ErasedTitle extends ErasedPart {
  readonly text: string;
}

/** Takes titles that are erased from the record out of what was disclosed, and out of what stewards proposed. */
@Injectable()
export class DisclosureErasures {
  constructor(
    private readonly dyads: DyadRepository,
    private readonly acts: JointActs,
  ) {}

  /** A disclosure has no number in the record: it is known by saying the same in the same language. */
  async empty(tx: Tx, dyadId: string, titles: readonly ErasedTitle[]): Promise<void> {
    const goes = (language: string, text: string) => found(titles, language, text) !== undefined;
    for (const { id, title, erased } of await this.dyads.disclosures(tx, dyadId)) {
      const parts = Object.entries(title).flatMap(([language, text]) => partOf(titles, language, text));
      if (parts.length === 0) continue;
      await this.dyads.emptyDisclosure(tx, { id, title: emptied(title, goes), erased: [...erased, ...parts] });
    }
    for (const kind of disclosureView.shape.kind.options)
      await this.acts.empty(tx, dyadId, { name: 'kind', is: kind }, (details) => withoutTitle(details, goes));
  }
}

const found = (titles: readonly ErasedTitle[], language: string, text: string): ErasedTitle | undefined =>
  titles.find((one) => one.path === `title.${language}` && one.text === text);

function partOf(titles: readonly ErasedTitle[], language: string, text: string): ErasedPart[] {
  const title = found(titles, language, text);
  return title ? [{ path: title.path, on: title.on, ground: title.ground }] : [];
}

function withoutTitle(details: KeptDetails, goes: (language: string, text: string) => boolean): KeptDetails {
  const { title } = details as { title?: Readonly<Record<string, string>> };
  return title ? { ...details, title: emptied(title, goes) } : details;
}
