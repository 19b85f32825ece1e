import { Injectable } from '@nestjs/common';
import type { ModerationDigest } from '../../../../shared/moderation/digest/digest.schema.js';
import type { Tx } from '../../../platform/database/tx.js';

/** The digests that were published. */
@Injectable()
export class DigestRepository {
  async add(tx: Tx, dyadId: string, digest: ModerationDigest): Promise<void> {
    await tx.query(`insert into moderation_digest (dyad_id, day, digest) values ($1, $2, $3)`, [
      dyadId,
      digest.day,
      JSON.stringify(digest),
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
