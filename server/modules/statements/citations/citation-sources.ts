import { Injectable } from '@nestjs/common';
import {
  citationKey,
  citationKinds,
  isCitation,
  type Citation,
  type CitationKind,
  type KnownCitation,
} from '../../../../shared/statements/citation.rules.js';
import type { CitationSource } from './citation-source.js';
import { PostCitations } from './post-citations.js';
import { RecordCitations } from './record-citations.js';

/** The targets of one kind that are cited, each once. */
interface Asked {
  readonly source: CitationSource;
  readonly targets: readonly string[];
}

/** Where the targets of each kind of citation are: what is cited of a kind is asked for together. */
@Injectable()
export class CitationSources {
  private readonly sources: Readonly<Record<CitationKind, CitationSource>>;

  constructor(record: RecordCitations, post: PostCitations) {
    this.sources = { record, post };
  }

  /** Every source there is, in the order of the kinds. */
  all(): CitationSource[] {
    return citationKinds.map((kind) => this.sources[kind]);
  }

  /** The sources of what is cited; citations of no known kind, or whose target is not written as one, have none. */
  of(citations: readonly Citation[]): Asked[] {
    const known = new Map(citations.filter((cites): cites is KnownCitation => isCitation(cites)).map(keyed));
    return citationKinds.flatMap((kind) => {
      const targets = [...known.values()].filter((one) => one.kind === kind).map((one) => one.of);
      return targets.length === 0 ? [] : [{ source: this.sources[kind], targets }];
    });
  }
}

const keyed = (cites: KnownCitation): [string, KnownCitation] => [citationKey(cites), cites];
