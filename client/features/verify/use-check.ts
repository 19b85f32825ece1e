import { useState } from 'react';
import { LogError } from '../../../shared/log/error.js';
import { LogUnreachable, staticLog } from '../../lib/static-log';
import { keptLogs } from '../../lib/kept-logs';
import { checkReceipt, type Finding, type Question } from './check-receipt';
import { parseReceiptLink, type ReceiptLink } from './receipt-link';
import { ownLog, whatItIs } from './what-it-is';

/** Why nothing could be checked; each has a sentence. */
export type Refusal = 'no_link' | 'unreachable' | 'no_receipt' | 'no_policy' | 'no_code';

export interface Answer {
  readonly question: Question;
  readonly finding: Finding;
}

export interface Checking {
  readonly answer: Answer | undefined;
  readonly refusal: Refusal | undefined;
  readonly isBusy: boolean;
  /** Whether a policy of the reader's is waiting for a receipt. */
  readonly hasPolicy: boolean;
  /** Checks the entry that a link names, by the receipt that its log has of it. */
  readonly takeLink: (text: string) => Promise<void>;
  /** Takes receipts and policies. Of several receipts of one log each is compared with those before it; the last is shown. */
  readonly takeFiles: (files: readonly File[]) => Promise<void>;
  /** Asks a log about the receipt that is there. */
  readonly ask: (address: string) => Promise<void>;
  /** Lets go of what this browser keeps of the log. */
  readonly forget: () => void;
  readonly refuse: (refusal: Refusal) => void;
}

/** A check under way: what was handed in, and what came of it. Everything is worked out here, in this browser. */
export function useCheck(): Checking {
  const [answer, setAnswer] = useState<Answer>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const [policy, setPolicy] = useState<string>();

  const attempt = async (work: () => Promise<Question | undefined>): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const question = await work();
      if (question) setAnswer({ question, finding: await checkReceipt(question) });
    } catch (error) {
      setAnswer(undefined);
      setRefusal(refusalOf(error));
    } finally {
      setBusy(false);
    }
  };

  return {
    answer,
    refusal,
    isBusy,
    hasPolicy: policy !== undefined,
    takeLink: (text) => {
      const link = parseReceiptLink(text);
      if (!link) {
        setRefusal('no_link');
        return Promise.resolve();
      }
      return attempt(() => questionOfLink(link, policy));
    },
    takeFiles: (files) =>
      attempt(async () => {
        const texts = await Promise.all(files.map((file) => file.text()));
        const given = texts.findLast((text) => whatItIs(text) === 'policy') ?? policy;
        setPolicy(given);
        await compareFirst(texts, given);
        return questionOfFiles(texts, given, answer?.question);
      }),
    ask: (log) => attempt(() => Promise.resolve(answer && { ...answer.question, log })),
    forget: () => {
      if (answer?.finding.origin === undefined) return;
      keptLogs.forget(answer.finding.origin);
      setAnswer({ ...answer, finding: { ...answer.finding, isKept: false } });
    },
    refuse: (why) => {
      setAnswer(undefined);
      setRefusal(why);
    },
  };
}

async function questionOfLink({ log, ...about }: ReceiptLink, policy: string | undefined): Promise<Question> {
  return { receipt: await staticLog(log).receipt(about.index), about, log, ...(policy !== undefined && { policy }) };
}

/** Has all receipts but the last looked at, so that the last is compared with what this browser keeps of them. */
async function compareFirst(texts: readonly string[], policy: string | undefined): Promise<void> {
  for (const receipt of texts.filter(isReceipt).slice(0, -1)) await checkReceipt(questionOf(receipt, policy));
}

const isReceipt = (text: string): boolean => whatItIs(text) !== 'policy';

function questionOf(receipt: string, policy: string | undefined): Question {
  const log = ownLog(receipt);
  return { receipt, ...(log !== undefined && { log }), ...(policy !== undefined && { policy }) };
}

/** What files ask, after what was asked before: a policy that comes later is for the receipt that is there. */
function questionOfFiles(
  texts: readonly string[],
  policy: string | undefined,
  before: Question | undefined,
): Question | undefined {
  const receipt = texts.findLast(isReceipt);
  return receipt === undefined
    ? before && { ...before, ...(policy !== undefined && { policy }) }
    : questionOf(receipt, policy);
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof LogUnreachable) return 'unreachable';
  if (!(error instanceof LogError)) throw error;
  return error.reason === 'policy.malformed' ? 'no_policy' : 'no_receipt';
}
