import { Injectable } from '@nestjs/common';
import { decimal } from '../../../../shared/log/encoding.js';
import { formatAddCheckpoint, originHash, type AddCheckpoint } from '../../../../shared/log/witness-request.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';
import { OutgoingRequests, type Send } from '../../../platform/http/outgoing-requests.js';

/** How a witness answers a checkpoint. */
export type WitnessReply =
  /** Its signature lines, as it says. */
  | { readonly status: 200; readonly lines: readonly string[] }
  /** The size that it has, as it says. */
  | { readonly status: 409; readonly size: number }
  /** It does not sign; 0 where what it said is no answer. */
  | { readonly status: number };

/** Milliseconds: a log that has to ask before it signs waits no longer for any witness. */
const patience = 4_000;
/** Bytes: more than the signatures that readers of a note take. */
const longestAnswer = 64 * 1024;

/** Asks witnesses at the addresses that stewards named (C2SP tlog-witness). Nothing here trusts what they answer. */
@Injectable()
export class WitnessClient {
  private readonly send: Send;

  constructor(outgoing: OutgoingRequests) {
    this.send = outgoing.toNamedByPeople(patience, longestAnswer);
  }

  /** @throws Error where nobody answers in time */
  async add(url: string, request: AddCheckpoint): Promise<WitnessReply> {
    const answer = await this.send(at(url, 'add-checkpoint'), {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: formatAddCheckpoint(request),
    });
    const text = await answer.text();
    const size = decimal(text.trim());
    if (answer.status === 200) return { status: 200, lines: text.split('\n').filter((line) => line !== '') };
    if (answer.status !== 409) return { status: answer.status };
    return size === undefined ? { status: 0 } : { status: 409, size };
  }

  /** The note that a witness shows of a log; nothing where it shows none, or does not answer in time. */
  async shown(url: string, origin: string): Promise<string | undefined> {
    try {
      const answer = await this.send(at(url, `${originHash(logCrypto.sha256, origin)}/checkpoint`));
      return answer.ok ? await answer.text() : undefined;
    } catch {
      return undefined;
    }
  }
}

const at = (url: string, path: string): string => `${url.replace(/\/+$/, '')}/${path}`;
