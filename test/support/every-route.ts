import { randomUUID } from 'node:crypto';
import type { Contract } from '../../shared/contract/contract.js';
import { filledPath } from '../../shared/contract/path.js';
import { contracts, type Contracts } from '../../shared/contracts.js';

/** The things that calls are about. */
export interface Place {
  readonly dyad: string;
  readonly topic: string;
  readonly thread: string;
  readonly post: string;
  /** A stream there is. */
  readonly stream?: string;
}

/** One call as a page of our own would make it. */
export interface Example {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string | number>;
  readonly body?: Record<string, unknown>;
}

const nobody = '00000000-0000-4000-8000-000000000000';
const token = 'A'.repeat(43);
const webAuthn = { challenge: nobody, response: { id: 'x', rawId: 'x', type: 'public-key', response: {} } };

const both = (bg: string, mk: string) => ({ bg, mk });

/** A commitment to a clause that nobody ratified. */
const promise = {
  promisor: 'joint',
  title: both('Чиста река', 'Чиста река'),
  text: both('Пречистваме водата.', 'Ја прочистуваме водата.'),
  origin: { type: 'clause', statement: nobody, clause: 1 },
  organisations: [nobody],
  indicator: {
    name: both('Пречистена вода', 'Прочистена вода'),
    unit: both('процент', 'процент'),
    decimals: 0,
    baseline: 10,
    target: 90,
  },
  deadline: '2030-01-01',
  evidenceStandard: both('Измервания на двете страни', 'Мерења на двете страни'),
  milestones: [{ title: both('Първа станция', 'Прва станица'), due: '2029-01-01', value: null, weight: 1 }],
  supersedes: null,
};

/**
 * A well-formed call of every endpoint. What would change or end something names a thing that does not exist: whether
 * the caller may do it is decided before. An endpoint without an example here does not compile.
 */
export const examples = {
  liveHealth: () => ({}),
  readyHealth: () => ({}),
  readOpenApi: () => ({}),
  listSignals: ({ dyad, stream = `topic:${nobody}` }) => ({ params: { dyad, stream }, query: { after: 0 } }),

  readSession: () => ({}),
  signIn: () => ({ body: { login: 'nobody-at-all', password: 'a wrong password' } }),
  stepUp: () => ({ body: { code: '123456' } }),
  confirmPassword: () => ({ body: { password: 'a wrong password' } }),
  signOut: () => ({}),
  listSessions: () => ({}),
  endSession: () => ({ params: { session: nobody } }),
  endOtherSessions: () => ({}),
  beginPasskeySignIn: () => ({}),
  passkeySignIn: () => ({ body: webAuthn }),
  beginOidc: () => ({}),
  completeOidc: () => ({ body: { query: 'code=x&state=y' } }),

  readAccount: () => ({}),
  changeAccount: () => ({ body: { language: 'en' } }),
  changePassword: () => ({ body: { password: 'short' } }),
  beginPasskey: () => ({}),
  addPasskey: () => ({ body: { ...webAuthn, name: 'key' } }),
  removePasskey: () => ({ params: { passkey: nobody } }),
  beginTotp: () => ({}),
  confirmTotp: () => ({ body: { code: '123456' } }),
  removeTotp: () => ({}),
  renewRecoveryCodes: () => ({}),
  recoverAccount: () => ({ body: { login: 'nobody-at-all', code: 'aaaa-bbbb-cccc', password: 'short' } }),

  listDyads: () => ({}),
  readDyad: ({ dyad }) => ({ params: { dyad } }),
  readCharter: ({ dyad }) => ({ params: { dyad }, query: { version: 1 } }),
  listDisclosures: ({ dyad }) => ({ params: { dyad } }),
  acceptCharter: ({ dyad }) => ({ params: { dyad }, body: { version: 99 } }),
  readOwnMember: ({ dyad }) => ({ params: { dyad } }),
  changeOwnMember: ({ dyad }) => ({ params: { dyad }, body: { reading: 'side_by_side' } }),
  renameOwnMember: ({ dyad }) => ({ params: { dyad }, body: { pseudonym: 'moderator' } }),
  listStaff: ({ dyad }) => ({ params: { dyad } }),
  findMembers: ({ dyad }) => ({ params: { dyad }, query: { name: 'person' } }),

  lookUpInvitation: () => ({ body: { token } }),
  join: () => ({
    body: {
      token,
      pseudonym: 'Newcomer',
      writesIn: 'bg',
      acceptedCharterVersion: 1,
      account: { login: 'newcomer', password: 'a quiet river in spring', language: 'en' },
    },
  }),
  issueInvitation: ({ dyad }) => ({ params: { dyad }, body: { days: 7, note: '' } }),
  listInvitations: ({ dyad }) => ({ params: { dyad } }),
  recallInvitation: ({ dyad }) => ({ params: { dyad, invitation: nobody } }),

  listJointActs: ({ dyad }) => ({ params: { dyad } }),
  proposeJointAct: ({ dyad }) => ({
    params: { dyad },
    body: { kind: 'role.grant', details: { member: nobody, role: 'drafter' }, reason: 'because we agreed to' },
  }),
  secondJointAct: ({ dyad }) => ({ params: { dyad, act: nobody }, body: { answer: 'decline' } }),

  listOrganisations: ({ dyad }) => ({ params: { dyad } }),

  listTopics: ({ dyad }) => ({ params: { dyad } }),
  listLatestThreads: ({ dyad }) => ({ params: { dyad }, query: {} }),
  readTopic: ({ dyad, topic }) => ({ params: { dyad, topic }, query: { limit: 5 } }),
  openTopic: ({ dyad }) => ({
    params: { dyad },
    body: {
      slug: `topic-${randomUUID()}`.slice(0, 30).replace(/-$/, ''),
      title: { bg: 'Вода', mk: 'Вода' },
      description: { bg: 'За водата', mk: 'За водата' },
    },
  }),
  openThread: ({ dyad }) => ({
    params: { dyad, topic: 'no-such-topic' },
    body: { title: 'Вода и хора', text: 'Реката е чиста.', language: 'bg' },
  }),
  readThread: ({ dyad, thread }) => ({ params: { dyad, thread }, query: { limit: 5 } }),
  readPost: ({ dyad, post }) => ({ params: { dyad, post } }),
  writePost: ({ dyad }) => ({
    params: { dyad, thread: nobody },
    body: { text: 'Реката е чиста.', language: 'bg', replyTo: null },
  }),
  previewPost: ({ dyad }) => ({ params: { dyad }, body: { text: 'Реката е **чиста**.', language: 'bg' } }),
  revisePost: ({ dyad }) => ({
    params: { dyad, post: nobody },
    body: { text: 'Реката е чиста.', language: 'bg', revision: 1 },
  }),
  withdrawPost: ({ dyad }) => ({ params: { dyad, post: nobody } }),
  readPostHistory: ({ dyad, post }) => ({ params: { dyad, post } }),
  listOwnPosts: ({ dyad }) => ({ params: { dyad } }),

  reportContent: ({ dyad }) => ({
    params: { dyad, kind: 'post', content: nobody },
    body: { reason: 'SPAM', words: 'Реклама.' },
  }),
  listOwnReports: ({ dyad }) => ({ params: { dyad }, query: { limit: 5 } }),

  readWordlists: ({ dyad }) => ({ params: { dyad } }),
  readDesk: ({ dyad }) => ({ params: { dyad }, query: { limit: 5 } }),
  readDeskItem: ({ dyad }) => ({ params: { dyad, item: nobody } }),
  readDeskContext: ({ dyad }) => ({ params: { dyad, item: nobody } }),
  readDeskPrecedents: ({ dyad }) => ({ params: { dyad, item: nobody } }),
  claimItem: ({ dyad }) => ({ params: { dyad, item: nobody } }),
  keepClaim: ({ dyad }) => ({ params: { dyad, item: nobody } }),
  releaseClaim: ({ dyad }) => ({ params: { dyad, item: nobody } }),
  approveItem: ({ dyad }) => ({ params: { dyad, item: nobody }, body: { version: 1 } }),
  holdItem: ({ dyad }) => ({
    params: { dyad, item: nobody },
    body: { version: 1, reason: 'OFFTOPIC', note: 'Please see the topic.' },
  }),
  holdPost: ({ dyad }) => ({
    params: { dyad, post: nobody },
    body: { reason: 'OFFTOPIC', note: 'Please see the topic.' },
  }),
  returnItem: ({ dyad }) => ({
    params: { dyad, item: nobody },
    body: { version: 1, reason: 'OFFTOPIC', note: 'Please see the topic.' },
  }),

  proposeDecision: ({ dyad }) => ({
    params: { dyad, item: nobody },
    body: { version: 1, measure: 'remove', reason: 'SPAM', facts: { bg: 'Реклама.', mk: 'Реклама.' } },
  }),
  amendProposal: ({ dyad }) => ({
    params: { dyad, item: nobody, proposal: nobody },
    body: { version: 1, measure: 'remove', reason: 'SPAM', facts: { bg: 'Реклама.', mk: 'Реклама.' } },
  }),
  giveProposalKey: ({ dyad }) => ({
    params: { dyad, item: nobody, proposal: nobody },
    body: { actionHash: '0'.repeat(64) },
  }),
  opposeProposal: ({ dyad }) => ({
    params: { dyad, item: nobody, proposal: nobody },
    body: { actionHash: '0'.repeat(64), note: 'These words are fair.' },
  }),
  retractProposal: ({ dyad }) => ({
    params: { dyad, item: nobody, proposal: nobody },
    body: { actionHash: '0'.repeat(64) },
  }),
  givePanelVerdict: ({ dyad }) => ({
    params: { dyad, item: nobody, proposal: nobody },
    body: { actionHash: '0'.repeat(64), verdict: 'restore', note: 'These words are fair.' },
  }),
  confirmProxyKey: ({ dyad }) => ({ params: { dyad, item: nobody, proposal: nobody }, body: {} }),
  proposeTogether: ({ dyad }) => ({
    params: { dyad },
    body: {
      items: [{ item: nobody, version: 1 }],
      measure: 'remove',
      reason: 'SPAM',
      facts: { bg: 'Реклама.', mk: 'Реклама.' },
    },
  }),
  giveBulkKeys: ({ dyad }) => ({
    params: { dyad, bulk: nobody },
    body: { items: [{ item: nobody, actionHash: '0'.repeat(64) }] },
  }),
  readRoster: ({ dyad }) => ({ params: { dyad } }),
  keepOwnDuty: ({ dyad }) => ({ params: { dyad }, body: { onCall: true } }),
  releaseItem: ({ dyad }) => ({ params: { dyad, item: nobody }, body: { version: 1 } }),

  listNotices: ({ dyad }) => ({ params: { dyad }, query: {} }),
  readNotice: ({ dyad }) => ({ params: { dyad, notice: nobody } }),
  acknowledgeNotice: ({ dyad }) => ({ params: { dyad, notice: nobody } }),
  appealDecision: ({ dyad }) => ({
    params: { dyad, notice: nobody },
    body: { words: 'Мислам дека беше погрешно.', language: 'mk' },
  }),
  listTemplates: ({ dyad }) => ({ params: { dyad } }),
  proposeTemplate: ({ dyad }) => ({
    params: { dyad },
    body: { reason: 'OFFTOPIC', title: { bg: 'Друга тема' }, text: { bg: 'Не е за тази тема.' } },
  }),
  reviseTemplate: ({ dyad }) => ({
    params: { dyad, template: nobody },
    body: { title: { bg: 'Друга тема' }, text: { bg: 'Не е за тази тема.' }, after: 1 },
  }),
  giveTemplateKey: ({ dyad }) => ({ params: { dyad, template: nobody, version: '1' } }),
  readAppeal: ({ dyad }) => ({ params: { dyad, item: nobody } }),
  giveAppealVerdict: ({ dyad }) => ({
    params: { dyad, item: nobody },
    body: { appeal: nobody, verdict: 'uphold', reasons: { bg: 'Решението е правилно.', mk: 'Одлуката е правилна.' } },
  }),
  exportStatement: ({ dyad }) => ({ params: { dyad, notice: nobody } }),
  exportDisclosure: ({ dyad }) => ({ params: { dyad, notice: nobody } }),

  listStatements: ({ dyad }) => ({ params: { dyad } }),
  openStatement: ({ dyad }) => ({
    params: { dyad },
    body: { title: { bg: 'За водата', mk: 'За водата' }, visibility: 'members' },
  }),
  readStatement: ({ dyad }) => ({ params: { dyad, statement: nobody } }),
  addClause: ({ dyad }) => ({ params: { dyad, statement: nobody }, body: { after: null } }),
  moveClause: ({ dyad }) => ({ params: { dyad, statement: nobody, clause: nobody }, body: { after: null } }),
  removeClause: ({ dyad }) => ({ params: { dyad, statement: nobody, clause: nobody } }),
  giveClauseKey: ({ dyad }) => ({
    params: { dyad, statement: nobody, clause: nobody },
    body: { kind: 'agree', hash: '0'.repeat(64) },
  }),
  withdrawClauseKey: ({ dyad }) => ({ params: { dyad, statement: nobody, clause: nobody } }),
  listVersions: ({ dyad }) => ({ params: { dyad, statement: nobody } }),
  keepVersion: ({ dyad }) => ({
    params: { dyad, statement: nobody },
    body: { name: 'Прва заедничка верзија', language: 'mk' },
  }),
  readVersion: ({ dyad }) => ({ params: { dyad, statement: nobody, version: '1' } }),
  readHistory: ({ dyad }) => ({ params: { dyad, statement: nobody }, query: { limit: 5 } }),
  readAuthorship: ({ dyad }) => ({ params: { dyad, statement: nobody } }),
  listSuggestions: ({ dyad }) => ({ params: { dyad, statement: nobody } }),
  openSuggestion: ({ dyad }) => ({
    params: { dyad, statement: nobody },
    body: { note: 'Пократок текст', language: 'mk' },
  }),
  readSuggestion: ({ dyad }) => ({ params: { dyad, statement: nobody, suggestion: nobody } }),
  acceptSuggestion: ({ dyad }) => ({
    params: { dyad, statement: nobody, suggestion: nobody },
    body: { hash: '0'.repeat(64) },
  }),
  declineSuggestion: ({ dyad }) => ({
    params: { dyad, statement: nobody, suggestion: nobody },
    body: { reason: 'Останува како што е', language: 'mk' },
  }),
  withdrawSuggestion: ({ dyad }) => ({ params: { dyad, statement: nobody, suggestion: nobody } }),
  restoreVersion: ({ dyad }) => ({ params: { dyad, statement: nobody, version: '1' } }),

  readRatification: ({ dyad }) => ({ params: { dyad, statement: nobody } }),
  proposeFreeze: ({ dyad }) => ({ params: { dyad, statement: nobody }, body: { hash: '0'.repeat(64), days: 14 } }),
  secondFreeze: ({ dyad }) => ({ params: { dyad, statement: nobody }, body: { hash: '0'.repeat(64), days: 14 } }),
  takeBackFreeze: ({ dyad }) => ({ params: { dyad, statement: nobody }, body: { hash: '0'.repeat(64) } }),
  signStatement: ({ dyad }) => ({
    params: { dyad, statement: nobody },
    body: { organisation: nobody, hash: '0'.repeat(64) },
  }),
  declineStatement: ({ dyad }) => ({
    params: { dyad, statement: nobody },
    body: { organisation: nobody, hash: '0'.repeat(64), reason: 'We need more time.', language: 'bg' },
  }),
  writeReservation: ({ dyad }) => ({
    params: { dyad, statement: nobody },
    body: { organisation: nobody, clause: null, text: { bg: 'Нямаме измервания.' } },
  }),
  withdrawReservation: ({ dyad }) => ({ params: { dyad, statement: nobody, reservation: nobody } }),
  readRatified: ({ dyad }) => ({ params: { dyad, statement: nobody } }),
  listRatified: ({ dyad }) => ({ params: { dyad } }),

  listRatifiedFiles: ({ dyad }) => ({ params: { dyad, statement: nobody }, query: { language: 'bg' } }),
  ratifiedAsMarkdown: ({ dyad }) => ({ params: { dyad, statement: nobody } }),
  ratifiedAsHtml: ({ dyad }) => ({ params: { dyad, statement: nobody } }),
  ratifiedAsJson: ({ dyad }) => ({ params: { dyad, statement: nobody } }),
  ratifiedAsPdf: ({ dyad }) => ({ params: { dyad, statement: nobody } }),

  readStatementVisibility: ({ dyad }) => ({ params: { dyad, statement: nobody } }),
  giveVisibilityKey: ({ dyad }) => ({ params: { dyad, statement: nobody }, body: { visibility: 'drafters' } }),
  listPublicDrafts: ({ dyad }) => ({ params: { dyad } }),
  readPublicDraft: ({ dyad }) => ({ params: { dyad, statement: nobody } }),
  listStatementTopics: ({ dyad }) => ({ params: { dyad } }),
  listStatementThreads: ({ dyad }) => ({ params: { dyad, statement: nobody } }),
  openStatementThread: ({ dyad }) => ({
    params: { dyad, statement: nobody, clause: nobody },
    body: { about: { side: 'a', start: 'AAAA', end: 'AAAA' }, text: 'Реката е чиста.', language: 'bg' },
  }),
  resolveStatementThread: ({ dyad }) => ({
    params: { dyad, statement: nobody, thread: nobody },
    body: { resolved: true },
  }),
  askForMachineText: ({ dyad }) => ({ params: { dyad, statement: nobody, clause: nobody }, body: { into: 'a' } }),

  findCitable: ({ dyad }) => ({ params: { dyad }, query: { words: 'вода' } }),
  readCitations: ({ dyad }) => ({ params: { dyad }, query: { of: `record:1,post:${nobody}` } }),

  readFairness: ({ dyad }) => ({ params: { dyad }, query: {} }),
  readTransparency: ({ dyad }) => ({ params: { dyad }, query: {} }),
  transparencyAsJson: ({ dyad }) => ({ params: { dyad }, query: {} }),
  transparencyAsCsv: ({ dyad }) => ({ params: { dyad }, query: {} }),
  readTranslationStatistics: ({ dyad }) => ({ params: { dyad }, query: {} }),
  translationStatisticsAsJson: ({ dyad }) => ({ params: { dyad }, query: {} }),
  translationStatisticsAsCsv: ({ dyad }) => ({ params: { dyad }, query: {} }),
  readDigest: ({ dyad }) => ({ params: { dyad, day: '2020-01-01' } }),

  askForTranslation: ({ dyad }) => ({ params: { dyad, post: nobody }, body: { language: 'en' } }),
  readTranslation: ({ dyad, post }) => ({ params: { dyad, post, language: 'mk' } }),
  acceptTranslation: ({ dyad }) => ({
    params: { dyad, post: nobody, language: 'mk' },
    body: { translation: nobody },
  }),
  declineTranslation: ({ dyad }) => ({
    params: { dyad, post: nobody, language: 'mk' },
    body: { translation: nobody, reason: 'It says something else.' },
  }),
  disputeTranslation: ({ dyad }) => ({
    params: { dyad, post: nobody, language: 'mk' },
    body: { translation: nobody, kind: 'meaning', words: 'It says something else.' },
  }),
  declineDispute: ({ dyad }) => ({
    params: { dyad, post: nobody, language: 'mk', dispute: nobody },
    body: { reason: 'It says the same.' },
  }),
  confirmDispute: ({ dyad }) => ({ params: { dyad, post: nobody, language: 'mk', dispute: nobody } }),
  takeUpTranslation: ({ dyad }) => ({ params: { dyad, post: nobody, language: 'mk' } }),
  giveBackTranslation: ({ dyad }) => ({ params: { dyad, post: nobody, language: 'mk' } }),
  lookUpInMemory: ({ dyad, post }) => ({ params: { dyad, post, language: 'mk' } }),
  listTranslationWork: ({ dyad }) => ({ params: { dyad }, query: {} }),
  dismissTranslationNews: ({ dyad }) => ({ params: { dyad, news: nobody } }),
  provideTranslation: ({ dyad }) => ({
    params: { dyad, post: nobody, language: 'mk' },
    body: { text: 'Реката е чиста.', revision: 1 },
  }),
  listMemory: ({ dyad }) => ({ params: { dyad }, query: { words: 'река' } }),
  matchMemory: ({ dyad }) => ({ params: { dyad }, body: { from: 'mk', to: 'bg', text: 'Реката тече.' } }),
  confirmMemoryEntry: ({ dyad }) => ({ params: { dyad, entry: nobody } }),
  importMemory: ({ dyad }) => ({
    params: { dyad },
    body: { format: 'tmx', fileName: 'a.tmx', content: '<tmx/>', isByPeople: false, isTrial: true },
  }),
  memoryAsTmx: ({ dyad }) => ({ params: { dyad }, query: { from: 'mk', to: 'bg' } }),
  memoryAsXliff: ({ dyad }) => ({ params: { dyad }, query: { from: 'mk', to: 'bg' } }),
  memoryAsCsv: ({ dyad }) => ({ params: { dyad }, query: { from: 'mk', to: 'bg' } }),
  removeMemoryEntry: ({ dyad }) => ({ params: { dyad, entry: nobody } }),
  readGlossary: ({ dyad }) => ({ params: { dyad } }),
  prepareGlossaryImport: ({ dyad }) => ({
    params: { dyad },
    body: { format: 'tbx', fileName: 'a.tbx', content: '<tbx/>' },
  }),
  readGlossaryImport: ({ dyad }) => ({ params: { dyad, import: nobody } }),
  glossaryAsTbx: ({ dyad }) => ({ params: { dyad } }),
  glossaryAsCsv: ({ dyad }) => ({ params: { dyad } }),
  readEgress: ({ dyad }) => ({ params: { dyad } }),
  withdrawEgress: ({ dyad }) => ({
    params: { dyad, engine: 'no-engine' },
    body: { reason: 'nobody has consented to it' },
  }),
  readRecord: ({ dyad }) => ({ params: { dyad }, query: { limit: 5 } }),
  listCommitments: ({ dyad }) => ({ params: { dyad }, query: { limit: 5 } }),
  readCommitment: ({ dyad }) => ({ params: { dyad, commitment: nobody } }),
  listDueMilestones: ({ dyad }) => ({ params: { dyad } }),
  commitmentsAsCsv: ({ dyad }) => ({ params: { dyad } }),
  commitmentsAsJson: ({ dyad }) => ({ params: { dyad } }),
  commitmentCalendar: ({ dyad }) => ({ params: { dyad } }),
  commitmentFeed: ({ dyad }) => ({ params: { dyad } }),
  commitmentBadge: ({ dyad }) => ({ params: { dyad, commitment: nobody }, query: { language: 'mk' } }),
  readFollowed: ({ dyad }) => ({ params: { dyad } }),
  followAll: ({ dyad }) => ({ params: { dyad } }),
  unfollowAll: ({ dyad }) => ({ params: { dyad } }),
  followCommitment: ({ dyad }) => ({ params: { dyad, commitment: nobody } }),
  unfollowCommitment: ({ dyad }) => ({ params: { dyad, commitment: nobody } }),
  seeMovements: ({ dyad }) => ({ params: { dyad }, body: { seen: [{ commitment: nobody, rev: 1 }] } }),
  listCommitmentDrafts: ({ dyad }) => ({ params: { dyad } }),
  draftCommitment: ({ dyad }) => ({ params: { dyad }, body: { content: promise } }),
  changeCommitmentDraft: ({ dyad }) => ({
    params: { dyad, commitment: nobody },
    body: { content: promise, from: '0'.repeat(64) },
  }),
  readCommitmentPart: ({ dyad }) => ({ params: { dyad, commitment: nobody } }),
  reportProgress: ({ dyad }) => ({
    params: { dyad, commitment: nobody },
    body: {
      organisation: nobody,
      milestone: null,
      status: 'in_progress',
      newDay: null,
      value: null,
      narrative: { language: 'bg', text: { bg: 'Започнахме.' } },
      evidence: {},
    },
  }),
  withdrawClaim: ({ dyad }) => ({
    params: { dyad, commitment: nobody, claim: '1' },
    body: { reason: { language: 'bg', text: { bg: 'Сгрешихме.' } } },
  }),
  answerClaim: ({ dyad }) => ({
    params: { dyad, commitment: nobody, claim: '1' },
    body: { answer: { answer: 'acknowledged', organisation: null } },
  }),
  assessCommitment: ({ dyad }) => ({
    params: { dyad, commitment: nobody },
    body: {
      milestone: null,
      level: 'minimal',
      reasons: both('Малко е готово.', 'Малку е готово.'),
      confidence: 'low',
      uncertainty: both('Не сме били там.', 'Не бевме таму.'),
      evidence: {},
    },
  }),
  readLog: ({ dyad }) => ({ params: { dyad } }),
  readCheckpoint: ({ dyad }) => ({ params: { dyad } }),
  readWitnessedCheckpoint: ({ dyad }) => ({ params: { dyad } }),
  readTile: ({ dyad }) => ({ params: { dyad, '*': 'entries/000.p/1' } }),
  readDisclosures: ({ dyad }) => ({ params: { dyad, bundle: '0' } }),
  readReceipt: ({ dyad }) => ({ params: { dyad, entry: '0' } }),
  readLogPolicy: ({ dyad }) => ({ params: { dyad } }),
  addCosignature: ({ dyad }) => ({ params: { dyad }, body: { size: 1, lines: ['\u2014 nobody.example AAAA'] } }),
} as const satisfies Record<keyof Contracts, (place: Place) => Example>;

export interface Endpoint {
  readonly name: string;
  readonly contract: Contract;
  readonly method: string;
  example(place: Place): Example;
}

/** Every endpoint with its example. */
export const endpoints: readonly Endpoint[] = (Object.keys(contracts) as (keyof Contracts)[]).map((name) => ({
  name,
  contract: contracts[name],
  method: contracts[name].route.split(' ')[0] ?? '',
  example: examples[name],
}));

export const writes = endpoints.filter(({ method }) => method !== 'GET');
export const reads = endpoints.filter(({ method }) => method === 'GET');

/** The path of a call, without its query. */
export function pathOf({ contract }: Endpoint, { params = {} }: Example): string {
  const [, template = '/'] = contract.route.split(' ');
  return filledPath(template, params);
}
