import type { ContentKind } from '../../../../shared/moderation/content-kind.rules.js';
import type { ContentCard } from '../moderated-content.port.js';

/** What a decision was about, and its words as they were then; without these where they are not there any more. */
export interface Judged {
  readonly about: ContentKind;
  readonly content: string;
  readonly card: ContentCard | undefined;
}
