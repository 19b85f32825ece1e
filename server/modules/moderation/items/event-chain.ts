import { createHash } from 'node:crypto';
import { sortedJson } from '../../../../shared/contract/sorted-json.js';
import type { KeptEvent } from './item.js';

/** What stands before the first event of a dyad. */
export const genesis: Buffer = Buffer.alloc(32);

/** An event as it is written down to be hashed. `format` names these rules: another way of writing has another. */
export const canonicalEvent = (event: KeptEvent): string =>
  sortedJson({
    format: 'entente-moderation-event/1',
    dyad: event.dyadId,
    seq: event.seq,
    id: event.id,
    item: event.itemId,
    type: event.type,
    state: event.state,
    actor: event.actorId,
    actorSide: event.actorSide,
    reason: event.reason,
    note: event.note,
    payload: event.payload,
    policyVersion: event.policyVersion,
    tool: event.tool,
    automated: event.automated,
    causedBy: event.causedBy,
    waitedSeconds: event.waitedSeconds,
    at: event.at.toISOString(),
  });

/** SHA-256 over the hash of the event before and the canonical form of this one. */
export const linkHash = (previous: Buffer, event: KeptEvent): Buffer =>
  createHash('sha256').update(previous).update(canonicalEvent(event)).digest();
