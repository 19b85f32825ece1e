import { describe, expect, it } from 'vitest';
import type { DyadMember } from './actor.js';
import { actorConditions } from './conditions.js';
import { refusalForCaller } from './decide.js';
import { policyTable, ruleOf, type Action } from './policy-table.js';
import { restrictionAt, unrestricted, type Restriction } from './restriction.js';
import { refused } from './refusal.js';

const until = '2026-05-01T00:00:00.000Z';

const somebody = (restriction: Partial<Restriction>): DyadMember => ({
  kind: 'member',
  accountId: '',
  sessionId: '',
  strong: true,
  hasSecondFactor: true,
  recent: true,
  memberId: '',
  dyadId: '',
  dyadSlug: '',
  side: 'a',
  roles: ['citizen', 'moderator', 'drafter', 'steward', 'evaluator'],
  consented: true,
  charterVersion: 1,
  restriction: { ...unrestricted, ...restriction },
});

const actions = Object.keys(policyTable) as Action[];
/** What only somebody may do who is known here. */
const ofMembers = actions.filter((action) => ruleOf(action).who.every((who) => who !== 'visitor' && who !== 'account'));
const may = (restriction: Partial<Restriction>): Action[] =>
  ofMembers.filter((action) => refusalForCaller(action, somebody(restriction)) === undefined);

/** What stays open to those who take no part: what is theirs alone. A row that is not named here is closed to them. */
const theirsAlone = [
  'member.manage_own',
  'stream.follow',
  'report.own',
  'notice.read',
  'notice.acknowledge',
  'notice.appeal',
  'commitment.manage_followed',
];

/** What those may do as well who may not write: to read, to report, to take back, to ask for help with reading. */
const withoutWriting = [
  ...theirsAlone,
  'dyad.view',
  'member.find',
  'charter.accept',
  'invitation.list',
  'joint_act.view',
  'topic.read',
  'thread.read',
  'post.withdraw',
  'post.history',
  'post.own_waiting',
  'report.write',
  'desk.view',
  'wordlist.view',
  'translation.view',
  'translation.work',
  'memory.read',
  'document.open',
  'statement.list',
  'suggestion.withdraw',
  'comment.read',
  'citation.find',
  'citation.read',
  'translation.ask',
  'commitment.read_drafts',
  'commitment.read_part',
  'commitment.follow',
  'progress.withdraw',
];

describe('MOD-31: what moderators decided about a member', () => {
  it('MOD-31: leaves those who are suspended or excluded what is public, and what is theirs alone', () => {
    expect(may({ suspendedUntil: until }).toSorted()).toEqual(theirsAlone.toSorted());
    expect(may({ isBanned: true }).toSorted()).toEqual(theirsAlone.toSorted());
  });

  it('MOD-31: leaves those who are silenced, or have a warning to read, everything but writing', () => {
    expect(may({ silencedUntil: until }).toSorted()).toEqual(withoutWriting.toSorted());
    expect(may({ hasUnreadWarning: true }).toSorted()).toEqual(withoutWriting.toSorted());
  });

  it('takes nothing from anybody else', () => {
    expect(may({})).toEqual(ofMembers);
  });

  it('says what it is, and until when', () => {
    const said = (restriction: Partial<Restriction>) => {
      const actor = somebody(restriction);
      const { code, params } = refused(refusalForCaller('post.write', actor) ?? 'access.denied', actor);
      return [code, params];
    };
    expect(said({ silencedUntil: until })).toEqual(['access.silenced', { until }]);
    expect(said({ silencedUntil: until, suspendedUntil: until })).toEqual(['access.suspended', { until }]);
    expect(said({ suspendedUntil: until, isBanned: true })).toEqual(['access.banned', {}]);
    expect(said({ hasUnreadWarning: true })).toEqual(['access.warning_unread', {}]);
  });

  it('is over by the clock, whoever still has to note it', () => {
    const stored = {
      silencedUntil: new Date(until),
      suspendedUntil: new Date(until),
      banned: false,
      warned: false,
    };
    const at = (shift: number): Restriction => restrictionAt(stored, new Date(Date.parse(until) + shift));
    expect(at(-1)).toEqual({ ...unrestricted, silencedUntil: until, suspendedUntil: until });
    expect(at(0)).toEqual(unrestricted);
  });

  it('asks nobody who is no member', () => {
    expect(actorConditions.admitted.holds({ kind: 'visitor' })).toBe(false);
    expect(refusalForCaller('post.write', { kind: 'visitor' })).toBe('session.needed');
  });
});
