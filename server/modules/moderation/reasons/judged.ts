import type { ContentKind } from '../../../../shared/moderation/content-kind.rules.js';
import type { ContentCard } from '../moderated-content.port.js';

/** What a decision was about. */
export interface Judged {
  readonly about: ContentKind;
  /** Nothing when the words are not there any more. */
  readonly card: ContentCard | undefined;
}
