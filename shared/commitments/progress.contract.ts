import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { id, slug } from '../language/fields.js';
import { assessmentBody, claimAnswerBody, claimWithdrawal, commitmentPart, progressClaim } from './progress.schema.js';

const commitment = z.object({ dyad: slug, commitment: id });
const claim = commitment.extend({ claim: z.coerce.number().int().min(1) });

export const readCommitmentPart = contract({
  route: 'GET /api/dyads/:dyad/commitments/:commitment/own-part',
  summary: 'What the caller may report, answer and assess about a commitment',
  action: 'commitment.read_part',
  params: commitment,
  response: commitmentPart,
  failures: ['request.not_found'],
});

export const reportProgress = contract({
  route: 'POST /api/dyads/:dyad/commitments/:commitment/claims',
  summary: 'Say for a responsible organisation how far a milestone or the whole is, with evidence',
  action: 'progress.report',
  status: 201,
  idempotent: true,
  params: commitment,
  body: progressClaim,
  response: z.object({ claim: z.int() }),
  failures: ['commitment.ended', 'access.not_delegate', 'request.not_found'],
});

export const withdrawClaim = contract({
  route: 'POST /api/dyads/:dyad/commitments/:commitment/claims/:claim/withdrawal',
  summary: 'Take back a claim of an organisation, with the reason; it stays to be read',
  action: 'progress.withdraw',
  status: 204,
  idempotent: true,
  params: claim,
  body: claimWithdrawal,
  failures: ['claim.closed', 'commitment.ended', 'access.not_delegate', 'request.not_found'],
});

export const answerClaim = contract({
  route: 'POST /api/dyads/:dyad/commitments/:commitment/claims/:claim/answer',
  summary: 'Acknowledge or contest a claim of the other side, for an organisation or as a steward',
  action: 'progress.answer',
  status: 204,
  idempotent: true,
  params: claim,
  body: z.object({ answer: claimAnswerBody }),
  failures: ['claim.closed', 'claim.other_side_answers', 'commitment.ended', 'request.not_found'],
});

export const assessCommitment = contract({
  route: 'POST /api/dyads/:dyad/commitments/:commitment/assessments',
  summary: 'Assess a milestone or the whole as an independent evaluator, with reasons in both languages',
  action: 'commitment.assess',
  status: 204,
  idempotent: true,
  params: commitment,
  body: assessmentBody,
  failures: ['access.not_independent', 'commitment.ended', 'request.not_found'],
});
