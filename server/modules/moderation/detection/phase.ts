import type { Finding, PhaseName } from '../../../../shared/moderation/detection/finding.rules.js';
import type { ContentKind } from '../../../../shared/moderation/content-kind.rules.js';
import type { AuthorRecord } from './author-record.repository.js';
import type { DyadWords } from './lists/word-lists.js';

/** A text as it is to be looked at. There is no side in it: nothing that looks could tell one from the other. */
export interface Submitted {
  readonly dyadId: string;
  readonly kind: ContentKind;
  readonly content: string;
  readonly revision: number;
  readonly author: { readonly memberId: string };
  /** As it was written; places that are found stand in it. */
  readonly text: string;
  /** The language its author named. */
  readonly language: string;
}

/** Who said nearly the same within the last days. */
export interface RepeatsOfText {
  /** Other things of the same author. */
  readonly byAuthor: number;
  /** Other members, each counted once. */
  readonly byOthers: number;
}

/** What is known around a text when it is looked at. */
export interface Surroundings {
  /** The languages of the dyad. */
  readonly languages: readonly string[];
  readonly words: DyadWords;
  /** The hosts that links may go to; nothing where the sides agreed on no list. */
  readonly hosts: readonly string[] | undefined;
  readonly repeats: RepeatsOfText;
  readonly author: AuthorRecord;
}

/** One way of looking at a text. It finds, and changes nothing. */
export interface Phase {
  readonly name: PhaseName;
  look(submitted: Submitted, around: Surroundings): readonly Finding[] | Promise<readonly Finding[]>;
}
