import { parseCheckpoint, type Checkpoint } from '../../../shared/log/checkpoint.js';
import { attempt, LogError } from '../../../shared/log/error.js';
import type { Hash } from '../../../shared/log/hash.js';
import { parseNote } from '../../../shared/log/note.js';
import { parsePolicy, type Policy } from '../../../shared/log/policy.js';
import { parseProofFile } from '../../../shared/log/proof-file.js';
import { verifyReceipt, type Check, type ReceiptReport } from '../../../shared/log/verify-receipt.js';
import { publicPaths } from '../../../shared/record/public-parts.rules.js';
import { keptLogs, type KeptLog } from '../../lib/kept-logs';
import { logCrypto } from '../../lib/log-crypto';
import { LogUnreachable, staticLog } from '../../lib/static-log';
import { provenErasures } from './proven-erasures';

/** What is checked, and what it is checked against. */
export interface Question {
  /** The receipt, as its file has it. */
  readonly receipt: string;
  /** What a link says that it has to be about. */
  readonly about?: { readonly index: number; readonly leaf: Hash };
  /** A policy that the reader has from somebody else than the log. */
  readonly policy?: string;
  /** The address of the log, where it may be asked. */
  readonly log?: string;
}

/** Where the keys come from that were relied on; `nowhere`: there were none. */
export type PolicySource = 'file' | 'log' | 'kept' | 'nowhere';

export interface Finding extends ReceiptReport {
  readonly origin?: string;
  readonly policy: Policy & { readonly from: PolicySource; readonly hasChanged: boolean };
  /** Whether the log was asked, and answered. */
  readonly log: 'answered' | 'silent' | 'not_asked';
  /** Whether this browser will compare with what it kept. */
  readonly isKept: boolean;
  /** What was relied on, for the file that proves what is broken. */
  readonly relied: {
    readonly policy?: string;
    readonly remembered?: { readonly checkpoint: string; readonly proof: readonly Hash[] };
  };
}

const { sha256 } = logCrypto;

/** Whether somebody should not rely on it. What is not known alone breaks nothing. */
export const isBroken = ({ checks }: Pick<Finding, 'checks'>): boolean =>
  checks.some(({ state }) => state === 'broken');

/**
 * Asks the six questions of a receipt, of the log too where it may be asked, and keeps what held for the next time.
 * @throws LogError proof.malformed, encoding.base64 where the text is no receipt; policy.malformed for a policy of the reader
 */
export async function checkReceipt(question: Question): Promise<Finding> {
  const { checkpoint: note, index } = parseProofFile(question.receipt);
  const checkpoint = readCheckpoint(note);
  const kept = checkpoint && keptLogs.read(checkpoint.origin);
  const told = await toldByLog(question);
  const policyText = question.policy ?? told?.policy ?? kept?.policy;
  const policy = policyText === undefined ? noPolicy : parsePolicy(sha256, policyText);
  const remembered = checkpoint && kept && (await comparison(question, checkpoint, kept));
  const known = {
    policy,
    publicPaths,
    ...(question.about && { leaf: question.about.leaf }),
    ...(remembered && { remembered }),
  };
  const alone = verifyReceipt(logCrypto, question.receipt, known);
  const erased = told && (await erasedByLog(question, policy, alone));
  const report = erased ? verifyReceipt(logCrypto, question.receipt, { ...known, erased }) : alone;
  const checks = report.checks.map((check) => withoutKeys(ofOtherPlace(check, question, index), policyText, policy));
  return {
    ...report,
    checks,
    ...(checkpoint && { origin: checkpoint.origin }),
    policy: {
      ...policy,
      from: sourceOf(question, told, kept),
      hasChanged: kept !== undefined && policyText !== kept.policy,
    },
    log: question.log === undefined ? 'not_asked' : told ? 'answered' : 'silent',
    isKept: keepWhatHeld({ checks }, note, checkpoint, kept, policyText),
    relied: {
      ...(policyText !== undefined && { policy: policyText }),
      ...(kept && remembered && { remembered: { checkpoint: kept.checkpoint, proof: remembered.proof } }),
    },
  };
}

/** Broken, wholly proved, or something between: nothing is wrong, and not everything is known. */
export function verdictOf(finding: Finding): 'broken' | 'held' | 'not_known' {
  if (isBroken(finding)) return 'broken';
  return finding.checks.every(({ state }) => state === 'held') ? 'held' : 'not_known';
}

const noPolicy: Policy = { logs: [], witnesses: [], groups: [] };

const readCheckpoint = (note: string): Checkpoint | undefined => attempt(() => parseCheckpoint(parseNote(note).text));

/** What the log adds, or nothing where it may not be asked or is silent. */
async function toldByLog({ log: address }: Question) {
  if (address === undefined) return undefined;
  try {
    return { policy: await staticLog(address).policy() };
  } catch (error) {
    if (error instanceof LogUnreachable) return undefined;
    throw error;
  }
}

/** What later entries of the log say was erased of the entry; nothing where the log does not show them. */
async function erasedByLog({ log: address }: Question, policy: Policy, { index, disclosures }: ReceiptReport) {
  if (address === undefined) return undefined;
  const withheld = new Set(disclosures.flatMap((one) => (one.state === 'withheld' ? [one.digest] : [])));
  try {
    return await provenErasures(logCrypto, staticLog(address), policy, index, withheld);
  } catch (error) {
    if (error instanceof LogUnreachable || error instanceof LogError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The kept checkpoint with the proof between it and this one; nothing where the log would have to be asked and is not. */
async function comparison({ log }: Question, { size }: Checkpoint, kept: KeptLog) {
  const before = readCheckpoint(kept.checkpoint);
  if (before === undefined) return undefined;
  const { root } = before;
  if (before.size === size) return { size, root, proof: [] };
  if (log === undefined) return undefined;
  const sizes = { from: Math.min(before.size, size), to: Math.max(before.size, size) };
  try {
    return { size: before.size, root, proof: await staticLog(log).consistency(sha256, sizes) };
  } catch (error) {
    if (error instanceof LogUnreachable || error instanceof LogError) return undefined;
    throw error;
  }
}

function sourceOf({ policy }: Question, told: object | undefined, kept: KeptLog | undefined): PolicySource {
  if (policy !== undefined) return 'file';
  if (told) return 'log';
  return kept ? 'kept' : 'nowhere';
}

/** The leaf of another place is not what was asked for, even where it says the same. */
const ofOtherPlace = (check: Check, { about }: Question, index: number): Check =>
  check.name === 'leaf' && about !== undefined && about.index !== index ? { ...check, state: 'broken' } : check;

/**
 * Without any key nobody can tell whose signatures they are, and a log whose last key was revoked names none. That is not the
 * same as signatures that do not hold.
 */
function withoutKeys(check: Check, text: string | undefined, { logs }: Policy): Check {
  const isUnknown =
    check.name === 'log_signature' ? logs.length === 0 : check.name === 'witnesses' && text === undefined;
  return isUnknown ? { ...check, state: 'not_known' } : check;
}

/**
 * Keeps a checkpoint that the log has signed, unless it is smaller than the one that is there or does not fit to it: that
 * one is what the next visit is compared with, and half of a proof.
 * @returns whether something is kept of this log now
 */
function keepWhatHeld(
  { checks }: Pick<Finding, 'checks'>,
  note: string,
  checkpoint: Checkpoint | undefined,
  kept: KeptLog | undefined,
  policy: string | undefined,
): boolean {
  const isSigned = checks.some(({ name, state }) => name === 'log_signature' && state === 'held');
  if (checkpoint === undefined || policy === undefined || !isSigned) return kept !== undefined;
  const before = kept && readCheckpoint(kept.checkpoint);
  const fits = before === undefined || checks.some(({ name, state }) => name === 'consistency' && state === 'held');
  if (!fits) return true;
  const isOlder = before !== undefined && before.size > checkpoint.size;
  keptLogs.keep(checkpoint.origin, { checkpoint: isOlder && kept ? kept.checkpoint : note, policy });
  return true;
}
