import type { CommitmentContent } from '../../../../shared/commitments/commitment.schema.js';
import type { Evidence } from '../../../../shared/commitments/progress.schema.js';
import { emptied, erasedText } from '../../../../shared/language/erased-text.rules.js';
import type { KeptDetails } from '../../dyads/joint-act.port.js';
import type { StoredEvent, Words } from '../story/stored-event.js';

type Texts = Readonly<Record<string, string>>;
/** Whether what the record tells at a path goes. */
export type Goes = (path: string) => boolean;

/** What a commitment has of an entry about it, as far as it goes. */
export interface Going {
  readonly goes: Goes;
  /** The milestone that the entry is about; none where it tells no title of one. */
  readonly milestone: number | null;
}

const without = (texts: Texts, name: string, goes: Goes): Record<string, string> =>
  emptied(texts, (language) => goes(`${name}.${language}`));

/** What stays of what both sides adopted. */
export const emptiedContent = (content: CommitmentContent, { goes, milestone }: Going): CommitmentContent => ({
  ...content,
  title: without(content.title, 'title', goes),
  milestones: content.milestones.map((one, at) =>
    at + 1 === milestone ? { ...one, title: without(one.title, 'milestone_title', goes) } : one,
  ),
});

/** What stays of what was said. */
export function emptiedEvent(event: StoredEvent, goes: Goes): StoredEvent {
  switch (event.type) {
    case 'adopted':
      return { ...event, body: { hash: goes('hash') ? erasedText : event.body.hash } };
    case 'suspended':
      return { ...event, body: { ...event.body, reason: without(event.body.reason, 'reason', goes) } };
    case 'withdrawn':
      return { ...event, body: { ...event.body, reason: without(event.body.reason, 'reason', goes) } };
    case 'claim_withdrawn':
      return { ...event, body: { ...event.body, reason: written(event.body.reason, 'reason', goes) } };
    case 'reported': {
      const { narrative, evidence } = event.body;
      const left = { narrative: written(narrative, 'narrative', goes), evidence: shown(evidence, goes) };
      return { ...event, body: { ...event.body, ...left } };
    }
    case 'contested': {
      const { reason, evidence } = event.body;
      const left = { reason: written(reason, 'reason', goes), evidence: shown(evidence, goes) };
      return { ...event, body: { ...event.body, ...left } };
    }
    case 'assessed': {
      const { reasons, uncertainty, evidence } = event.body;
      const left = {
        reasons: without(reasons, 'reasons', goes),
        uncertainty: without(uncertainty, 'uncertainty', goes),
        evidence: shown(evidence, goes),
      };
      return { ...event, body: { ...event.body, ...left } };
    }
    case 'resumed':
    case 'superseded':
    case 'missed':
    case 'acknowledged':
    case 'unanswered':
      return event;
  }
}

const written = ({ language, text }: Words, name: string, goes: Goes): Words => ({
  language,
  text: without(text, name, goes),
});

/** A file goes with its name, which says as much, and with its address; of an address, only the day stays. */
const shown = ({ files, links }: Evidence, goes: Goes): Evidence => ({
  files: files.map((file, at) =>
    goes(`files.${at + 1}`)
      ? { ...file, name: erasedText, sha256: erasedText, link: file.link === null ? null : erasedText }
      : file,
  ),
  links: links.map((link, at) => (goes(`links.${at + 1}`) ? { ...link, href: erasedText } : link)),
});

/** Texts that are erased, wherever they stand in what stewards proposed about the commitment. */
export interface ErasedWords {
  readonly titles: ReadonlySet<string>;
  readonly milestoneTitles: ReadonlySet<string>;
  readonly reasons: ReadonlySet<string>;
  readonly hash: string | null;
}

/** What stays of the details of an act. Titles of drafts that came before are known by saying the same. */
export function emptiedDetails(details: KeptDetails, words: ErasedWords): KeptDetails {
  const { title, reason, content, hash } = details as {
    title?: Texts;
    reason?: Texts;
    content?: CommitmentContent;
    hash?: string;
  };
  return {
    ...details,
    ...(title && { title: saidIn(title, words.titles) }),
    ...(reason && { reason: saidIn(reason, words.reasons) }),
    ...(content && {
      content: {
        ...content,
        title: saidIn(content.title, words.titles),
        milestones: content.milestones.map((one) => ({ ...one, title: saidIn(one.title, words.milestoneTitles) })),
      },
    }),
    ...(hash !== undefined && hash === words.hash && { hash: erasedText }),
  };
}

const saidIn = (texts: Texts, gone: ReadonlySet<string>): Record<string, string> =>
  emptied(texts, (_language, text) => gone.has(text));
