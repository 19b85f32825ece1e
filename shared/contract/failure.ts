/**
 * The closed list of what can go wrong, with the HTTP status and the parameters of its sentence. Codes are stable:
 * clients and tests rely on them. Each has a sentence in `locales/<language>/errors.json`, which a test demands.
 */
export const failures = {
  'request.invalid': { status: 400, params: [] },
  'request.malformed': { status: 400, params: [] },
  'request.too_large': { status: 413, params: ['limitKilobytes'] },
  'request.unsupported_type': { status: 415, params: [] },
  'request.foreign_origin': { status: 403, params: [] },
  'request.key_missing': { status: 400, params: [] },
  'request.key_reused': { status: 422, params: [] },
  'request.too_fast': { status: 429, params: ['seconds'] },
  'request.not_found': { status: 404, params: [] },
  'server.unavailable': { status: 503, params: [] },
  'server.fault': { status: 500, params: ['request'] },

  'session.needed': { status: 401, params: [] },
  'session.second_factor_needed': { status: 403, params: [] },
  'session.second_factor_to_set_up': { status: 403, params: [] },
  'session.recent_sign_in_needed': { status: 403, params: [] },
  'access.denied': { status: 403, params: [] },
  'access.not_author': { status: 403, params: [] },
  'access.own_item': { status: 403, params: [] },
  'access.other_side': { status: 403, params: [] },
  /** What moderators decided about a member; `until` is an ISO moment. */
  'access.silenced': { status: 403, params: ['until'] },
  'access.suspended': { status: 403, params: ['until'] },
  'access.banned': { status: 403, params: [] },
  'access.warning_unread': { status: 403, params: [] },

  'sign_in.refused': { status: 401, params: [] },
  'sign_in.code_refused': { status: 401, params: [] },
  'sign_in.not_configured': { status: 404, params: [] },
  'sign_in.busy': { status: 503, params: ['seconds'] },
  'account.login_taken': { status: 409, params: [] },
  'account.password_too_short': { status: 400, params: ['minimum'] },
  'account.password_too_common': { status: 400, params: [] },
  'account.passkey_refused': { status: 400, params: [] },
  'account.last_way_in': { status: 409, params: [] },
  'account.second_factor_exists': { status: 409, params: [] },
  'account.second_factor_required': { status: 409, params: [] },

  'invitation.not_valid': { status: 410, params: [] },
  'invitation.quota_used': { status: 409, params: ['quota'] },
  'membership.exists': { status: 409, params: [] },
  'pseudonym.taken': { status: 409, params: [] },
  'pseudonym.not_allowed': { status: 400, params: [] },
  'pseudonym.withheld': { status: 409, params: [] },
  'charter.consent_needed': { status: 403, params: ['version'] },
  'charter.version_outdated': { status: 409, params: ['version'] },
  'joint_act.closed': { status: 409, params: [] },
  'joint_act.same_side': { status: 403, params: [] },

  'organisation.exists': { status: 409, params: [] },
  'organisation.other_side': { status: 409, params: [] },
  'access.not_delegate': { status: 403, params: [] },

  'topic.read_only': { status: 409, params: [] },
  'topic.frozen': { status: 409, params: [] },
  'topic.slug_taken': { status: 409, params: [] },
  'stream.gap_lost': { status: 410, params: ['newest'] },
  'thread.closed': { status: 409, params: [] },
  'post.not_found': { status: 404, params: [] },
  'post.state_conflict': { status: 409, params: [] },
  'post.revision_outdated': { status: 409, params: [] },
  'post.text_unreadable': { status: 400, params: [] },
  'post.language_not_spoken_here': { status: 400, params: [] },
  'document.read_only': { status: 409, params: [] },
  'statement.too_long': { status: 409, params: ['most'] },
  'suggestion.changed': { status: 409, params: [] },
  'suggestion.closed': { status: 409, params: [] },
  'suggestion.not_fitting': { status: 409, params: [] },
  'suggestion.too_many': { status: 409, params: ['most'] },
  'clause.changed': { status: 409, params: [] },
  'clause.empty': { status: 409, params: [] },
  'comment.words_gone': { status: 409, params: [] },
  'clause.agreed': { status: 409, params: [] },
  'print.not_configured': { status: 404, params: [] },
  'statement.not_aligned': { status: 409, params: [] },
  'statement.footnote_gone': { status: 409, params: ['clause'] },
  'statement.changed': { status: 409, params: [] },
  'statement.fixed': { status: 409, params: [] },
  'ratification.too_few_organisations': { status: 409, params: ['quorum'] },
  'ratification.same_side': { status: 403, params: [] },
  'ratification.not_open': { status: 409, params: [] },
  'ratification.word_given': { status: 409, params: [] },
  'reservation.fixed': { status: 409, params: [] },
  'report.given': { status: 409, params: [] },
  'moderation.claimed': { status: 409, params: ['name', 'until'] },
  'moderation.claim_ended': { status: 409, params: [] },
  'moderation.version_outdated': { status: 409, params: [] },
  'moderation.step_not_possible': { status: 409, params: [] },
  'moderation.proposal_changed': { status: 409, params: [] },
  'moderation.proposal_closed': { status: 409, params: [] },
  'moderation.conflict_of_interest': { status: 403, params: ['rule'] },
  'moderation.proxy_not_possible': { status: 403, params: [] },
  'moderation.not_own_hold': { status: 403, params: [] },
  'moderation.not_own_proposal': { status: 403, params: [] },
  'moderation.not_on_panel': { status: 403, params: [] },
  'moderation.verdict_given': { status: 409, params: [] },
  'moderation.passage_missing': { status: 409, params: [] },
  'moderation.measure_unfit': { status: 409, params: [] },
  'wordlist.too_long': { status: 409, params: ['most'] },
  'template.changed': { status: 409, params: [] },
  'template.key_given': { status: 409, params: [] },
  'appeal.not_possible': { status: 409, params: [] },
  'appeal.under_way': { status: 409, params: [] },
  'appeal.made': { status: 409, params: [] },
  'appeal.closed': { status: 409, params: [] },
  'appeal.variation_unfit': { status: 409, params: [] },
  'appeal.too_late': { status: 410, params: [] },
  'translation.not_needed': { status: 409, params: [] },
  'translation.languages_not_declared': { status: 403, params: [] },
  'translation.claimed': { status: 409, params: ['until'] },
  'translation.closed': { status: 409, params: [] },
  'translation.disputed': { status: 409, params: [] },
  'translation.unavailable': { status: 503, params: [] },
  'interchange.too_large': { status: 413, params: ['limitMegabytes'] },
  'interchange.unreadable': { status: 400, params: ['line'] },
  'interchange.wrong_format': { status: 400, params: ['line'] },
  'interchange.declarations': { status: 400, params: ['line'] },
  'interchange.too_deep': { status: 400, params: ['line'] },
  'egress.not_offered': { status: 409, params: [] },
  'egress.consented': { status: 409, params: [] },
  'egress.not_consented': { status: 404, params: [] },
  'term.exists': { status: 409, params: [] },
  'term.changed': { status: 409, params: [] },
  'glossary.too_many': { status: 400, params: ['maximum'] },
  'record.no_such_checkpoint': { status: 404, params: [] },
  'record.not_cosigned': { status: 403, params: [] },
  'record.witness_known': { status: 409, params: [] },
  'record.no_such_witness': { status: 404, params: [] },
  'record.no_such_entry': { status: 404, params: [] },
  'record.nothing_to_erase': { status: 409, params: [] },
  'record.key_changing': { status: 409, params: [] },
  'record.no_such_key': { status: 404, params: [] },
  'record.entry_waits': { status: 409, params: [] },
  'commitment.changed': { status: 409, params: [] },
  'commitment.ended': { status: 409, params: [] },
  'commitment.not_suspended': { status: 409, params: [] },
  'commitment.clause_missing': { status: 409, params: [] },
  'commitment.organisation_unfit': { status: 409, params: [] },
  'claim.closed': { status: 409, params: [] },
  'claim.other_side_answers': { status: 403, params: [] },
  'access.not_independent': { status: 403, params: [] },
} as const satisfies Record<string, { readonly status: number; readonly params: readonly string[] }>;

export type FailureCode = keyof typeof failures;

export type FailureParams<C extends FailureCode> = Record<(typeof failures)[C]['params'][number], string | number>;

type ParamsArgument<C extends FailureCode> = (typeof failures)[C]['params']['length'] extends 0
  ? []
  : [params: FailureParams<C>];

/** One thing wrong with one field of a request; `rule` has a sentence under `errors:field.*`. */
export interface FieldProblem {
  /** Where: `body.text`, `query.after`. */
  readonly field: string;
  readonly rule: FieldRule;
  readonly params: Record<string, string | number>;
}

export const fieldRules = [
  'required',
  'not_expected',
  'too_short',
  'too_long',
  'too_small',
  'too_big',
  'not_one_of',
  'wrong_type',
  'wrong_format',
  'unfilled',
] as const;
export type FieldRule = (typeof fieldRules)[number];

/** A refusal in the domain's words. Thrown anywhere; one filter turns it into an answer. */
export class Failure<C extends FailureCode = FailureCode> extends Error {
  readonly code: C;
  readonly params: Record<string, string | number>;
  readonly fields: readonly FieldProblem[];

  constructor(code: C, ...[params]: ParamsArgument<C>) {
    super(code);
    this.name = 'Failure';
    this.code = code;
    this.params = params ?? {};
    this.fields = [];
  }

  get status(): number {
    return failures[this.code].status;
  }
}

/** A request that does not fit its contract, field by field. */
export class InvalidRequest extends Failure<'request.invalid'> {
  override readonly fields: readonly FieldProblem[];

  constructor(fields: readonly FieldProblem[]) {
    super('request.invalid');
    this.fields = fields;
  }
}

/** The body of every answer that is a refusal (RFC 9457, `application/problem+json`). */
export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly code: FailureCode;
  /** The sentence in the language the caller asked for. */
  readonly detail: string;
  readonly params: Record<string, string | number>;
  readonly fields: readonly (FieldProblem & { readonly detail: string })[];
}
