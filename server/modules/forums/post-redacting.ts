import { Injectable } from '@nestjs/common';
import type { ReasonCode } from '../../../shared/moderation/reasons.js';
import type { ModeratedItem } from '../moderation/moderated-content.port.js';
import { Translations } from '../translation/translations.port.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { randomId } from '../../platform/ids/ids.js';
import { redacted } from './post-redaction.js';
import { PostRestrictionRepository } from './post-restriction.repository.js';
import { PostTextRepository, type RevisionRow } from './post-text.repository.js';
import { TextReading } from './text-reading.js';

/** Takes passages out of what readers see of a post. Its revisions stay as they were written, for its author and for appeals. */
@Injectable()
export class PostRedacting {
  constructor(
    private readonly texts: PostTextRepository,
    private readonly restrictions: PostRestrictionRepository,
    private readonly translations: Translations,
    private readonly reading: TextReading,
    private readonly clock: Clock,
  ) {}

  async contains(tx: Tx, item: ModeratedItem, passages: readonly string[]): Promise<boolean> {
    const revision = await this.revisionOf(tx, item);
    return revision !== undefined && passages.every((passage) => revision.source.includes(passage));
  }

  /** The redacted text is translated anew; translations of the whole one are for nobody any more. */
  async redact(tx: Tx, item: ModeratedItem, passages: readonly string[], reason: ReasonCode): Promise<void> {
    const revision = await this.revisionOf(tx, item);
    if (!revision) return;
    const { dyadId, content: post } = item;
    const id = randomId();
    const source = redacted(revision.source, passages);
    const whole = await this.texts.owners(tx, post);
    const title = await this.restrictions.titleBegunBy(tx, post);
    const titleLeft = title === undefined ? undefined : redacted(title, passages);
    await this.restrictions.redact(tx, {
      id,
      dyadId,
      post,
      revisionId: revision.id,
      source,
      title: titleLeft === undefined || titleLeft === title ? null : titleLeft,
      reason,
      at: this.clock.now(),
    });
    const languages = await this.reading.languages(tx, dyadId);
    const { language } = revision;
    const targets = languages.filter((one) => one !== language);
    const staysInside = await this.texts.staysInside(tx, post);
    await this.translations.cancel(tx, [revision.id]);
    await this.translations.rest(tx, whole);
    await this.translations.wake(tx, await this.texts.shownOwners(tx, post));
    await this.translations.request(
      tx,
      { dyadId, ownerKind: 'post_revision', owner: id, language, text: source, staysInside },
      targets,
    );
  }

  async undo(tx: Tx, post: string): Promise<void> {
    const redaction = await this.restrictions.unredact(tx, post);
    if (redaction !== undefined) await this.translations.remove(tx, [redaction]);
  }

  private async revisionOf(tx: Tx, { content, revision }: ModeratedItem): Promise<RevisionRow | undefined> {
    const [row] = await this.texts.numbered(tx, [{ post: content, revision }]);
    return row;
  }
}
