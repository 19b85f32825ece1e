import { z } from 'zod';
import { reasonCodes } from '../../../../../shared/moderation/reasons.js';
import type { Clock } from '../../../../platform/clock/clock.js';
import { signedHeaders } from '../../../../platform/crypto/webhook-signature.js';
import { CircuitBreaker } from '../../../../platform/http/circuit-breaker.js';
import type { OutgoingRequests, Send } from '../../../../platform/http/outgoing-requests.js';
import { randomId } from '../../../../platform/ids/ids.js';
import type { Log } from '../../../../platform/logging/log.js';

/** What the service is asked about: nothing in it says who wrote, where, or for which side. */
export interface AskedText {
  readonly text: string;
  readonly language: string;
}

const mostFindings = 20;

/** What the service answers; what we do not know in it is left aside. */
const answer = z.object({
  findings: z
    .array(
      z.object({
        /** What it calls this kind of thing; moderators read it as it is. */
        label: z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,39}$/),
        weight: z.number().min(0).max(1),
        reason: z.enum(reasonCodes).nullable().default(null),
        /** Places in the text, in UTF-16 units. */
        ranges: z
          .array(z.tuple([z.int().min(0), z.int().min(0)]))
          .max(mostFindings)
          .default([]),
      }),
    )
    .max(mostFindings),
});
export type ExternalFinding = z.output<typeof answer>['findings'][number];

/** Where the service is, and the key that it knows us by. */
export interface ExternalService {
  readonly address: string;
  readonly key: Buffer;
}

/**
 * A service of the operator that looks at texts, asked by signed requests. It is asked once: whatever it answers, or does
 * not answer within five seconds, nothing waits for it longer, and when it keeps failing it is left alone for a minute.
 */
export class ExternalCheck {
  private readonly send: Send;
  private readonly breaker: CircuitBreaker;

  constructor(
    private readonly service: ExternalService,
    outgoing: OutgoingRequests,
    private readonly clock: Clock,
    private readonly log: Pick<Log, 'warn'>,
  ) {
    this.send = outgoing.onBehalfOf(service.address);
    this.breaker = new CircuitBreaker(() => clock.now().getTime());
  }

  /** @returns what it found, or nothing when it is not available */
  async look(asked: AskedText): Promise<readonly ExternalFinding[] | undefined> {
    if (this.breaker.isOpen) return undefined;
    try {
      const found = await this.ask(asked);
      this.breaker.succeeded();
      return found;
    } catch (error) {
      this.breaker.failed();
      this.log.warn('detection.external_failed', { error });
      return undefined;
    }
  }

  /** @throws Error when there is no answer that can be understood */
  private async ask({ text, language }: AskedText): Promise<readonly ExternalFinding[]> {
    const body = JSON.stringify({ text, language });
    const signed = signedHeaders(this.service.key, { id: `msg_${randomId()}`, at: this.clock.now(), body });
    const response = await this.send(this.service.address, {
      method: 'POST',
      headers: { ...signed, 'content-type': 'application/json' },
      body,
    });
    if (response.status !== 200) throw new Error(`answered ${response.status}`);
    return answer.parse(await response.json()).findings;
  }
}
