import { Injectable } from '@nestjs/common';
import type { ModerationDigest } from '../../../../shared/moderation/digest/digest.schema.js';
import type { Tx } from '../../../platform/database/tx.js';

/** The digests that were published, each with its entry of the public record. */
@Injectable()
export class DigestRepository {
  async add(tx: Tx, dyadId: string, digest: ModerationDigest, entry: number): Promise<void> {
    await tx.query(`insert into moderation_digest (dyad_id, day, digest, entry) values ($1, $2, $3, $4)`, [
      dyadId,
      digest.day,
      JSON.stringify(digest),
      entry,
    ]);
  }

  async find(tx: Tx, dyadId: string, day: string): Promise<ModerationDigest | undefined> {
    const row = await tx.one<{ digest: ModerationDigest }>(
      `select digest from moderation_digest where dyad_id = $1 and day = $2`,
      [dyadId, day],
    );
    return row?.digest;
  }
}
