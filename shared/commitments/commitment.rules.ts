/** Whose promise a commitment is: of one side, or of both together. */
export const promisors = ['a', 'b', 'joint'] as const;
export type Promisor = (typeof promisors)[number];

/** How long the parts of a commitment may be; the pages that write them and the schemas that check them read it here. */
export const commitmentLimits = {
  title: 160,
  text: 4000,
  agreement: 200,
  article: 60,
  link: 500,
  indicator: 200,
  unit: 40,
  decimals: 6,
  evidenceStandard: 2000,
  organisations: 10,
  milestones: 30,
  weight: 100,
  reason: 2000,
  narrative: 4000,
  files: 20,
  fileName: 160,
  links: 20,
} as const;

/** What a side says about a milestone, or the whole, of its own promise. A new day changes nothing of the due day. */
export const progressStatuses = ['reached', 'in_progress', 'missed_will_follow'] as const;
export type ProgressStatus = (typeof progressStatuses)[number];

/** What the other side says to a claim. */
export const claimAnswers = ['acknowledged', 'contested'] as const;
export type ClaimAnswer = (typeof claimAnswers)[number];

/** How a claim stands with the other side; silence is said, and decides nothing. */
export const answerStates = ['waiting', ...claimAnswers, 'unanswered'] as const;
export type AnswerState = (typeof answerStates)[number];

/** Which part of a claim is contested. */
export const contestedParts = ['whole', 'value', 'day', 'evidence'] as const;

/** The four levels on which evaluators assess, from the lowest. */
export const assessmentLevels = ['not_started', 'minimal', 'intermediate', 'complete'] as const;
export type AssessmentLevel = (typeof assessmentLevels)[number];

/** How sure an evaluator is of an assessment. */
export const confidences = ['low', 'medium', 'high'] as const;

export const claimRules = {
  /** The other side has this many days to answer; then the clock writes down that nobody did. */
  answerWithinDays: 14,
} as const;

/** How many days ahead the page of what is due looks. */
export const dueWithinDays = 90;

/** How many movements a follower is told of one by one; there may be more. */
export const toldMovements = 20;

/** What the board can be asked for. These are facts that may hold together, and no scale. */
export const boardStates = [
  'running',
  'overdue',
  'contested',
  'suspended',
  'withdrawn',
  'superseded',
  'fulfilled_as_claimed',
  'fulfilled_as_assessed',
] as const;
export type BoardState = (typeof boardStates)[number];

/** The licence of what is exported of commitments. */
export const commitmentLicence = { id: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;
