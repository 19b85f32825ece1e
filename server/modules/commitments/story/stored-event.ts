import type { Side } from '../../../../shared/access/actor.js';
import type { CommitmentEvent } from '../../../../shared/commitments/commitment.lifecycle.js';
import type { AssessmentBody, ClaimAnswerBody, ProgressClaim } from '../../../../shared/commitments/progress.schema.js';

type Texts = Readonly<Record<string, string>>;
/** A text, and the language it was written in. */
export interface Words {
  readonly language: string;
  readonly text: Texts;
}
type Contest = Omit<Extract<ClaimAnswerBody, { answer: 'contested' }>, 'answer' | 'organisation'>;

/** What happened, with all that was said; a claim, an organisation and a person have columns of their own. */
export type Happened =
  | { readonly type: 'adopted'; readonly body: { readonly hash: string } }
  | { readonly type: 'suspended'; readonly body: { readonly until: string; readonly reason: Texts } }
  | { readonly type: 'resumed'; readonly body: Readonly<Record<string, never>> }
  | { readonly type: 'withdrawn'; readonly body: { readonly reason: Texts } }
  | { readonly type: 'superseded'; readonly body: { readonly by: string } }
  | { readonly type: 'missed'; readonly body: { readonly milestone: number } }
  | { readonly type: 'reported'; readonly body: Omit<ProgressClaim, 'organisation'> }
  | { readonly type: 'acknowledged' | 'unanswered'; readonly body: Readonly<Record<string, never>> }
  | { readonly type: 'contested'; readonly body: Contest }
  | { readonly type: 'claim_withdrawn'; readonly body: { readonly reason: Words } }
  | { readonly type: 'assessed'; readonly body: AssessmentBody & { readonly evaluator: number } };

/** Who did it: nobody when the clock did, both when stewards of both sides did. */
export interface Doer {
  readonly memberId: string | null;
  readonly side: Side | null;
  readonly organisationId: string | null;
}
export const nobody: Doer = { memberId: null, side: null, organisationId: null };

/** The number of the claim that it is about; what is about no claim has none. */
export interface AboutClaim {
  readonly claim: number | null;
}

export type NewEvent = Happened & Doer & AboutClaim;
export type StoredEvent = NewEvent & { readonly commitmentId: string; readonly rev: number; readonly on: string };

/** The event as the rule knows it; the adoption begins the story and is none. */
export function told(event: NewEvent & { readonly on: string }): CommitmentEvent | undefined {
  const { on, side, claim } = event;
  switch (event.type) {
    case 'adopted':
      return undefined;
    case 'suspended':
      return { type: 'suspended', on, until: event.body.until };
    case 'resumed':
    case 'withdrawn':
    case 'superseded':
      return { type: event.type, on };
    case 'missed':
      return { type: 'missed', on, milestone: event.body.milestone };
    case 'reported':
      return {
        type: 'reported',
        on,
        side: side ?? 'neutral',
        milestone: event.body.milestone,
        status: event.body.status,
      };
    case 'acknowledged':
    case 'contested':
      return { type: event.type, on, side: side ?? 'neutral', claim: claim ?? 0 };
    case 'unanswered':
    case 'claim_withdrawn':
      return { type: event.type, on, claim: claim ?? 0 };
    case 'assessed': {
      const { evaluator, milestone, level } = event.body;
      return { type: 'assessed', on, evaluator, milestone, level };
    }
  }
}
