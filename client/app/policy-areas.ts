import { policyTable, type Action } from '../../shared/access/policy-table.js';

/** The parts the policy table is read aloud in, in this order. */
export const policyAreas = [
  'open',
  'account',
  'membership',
  'together',
  'conversation',
  'statements',
  'commitments',
  'moderation',
  'translation',
] as const;
type PolicyArea = (typeof policyAreas)[number];
type Family = Action extends `${infer Name}.${string}` ? Name : never;

/** Where each family of actions is read; one without a place does not compile. */
const areaOf: Readonly<Record<Family, PolicyArea>> = {
  public: 'open',
  policy: 'open',
  log: 'open',
  session: 'account',
  account: 'account',
  second_factor: 'account',
  invitation: 'membership',
  dyad: 'membership',
  member: 'membership',
  charter: 'membership',
  joint_act: 'together',
  topic: 'conversation',
  thread: 'conversation',
  post: 'conversation',
  stream: 'conversation',
  typing: 'conversation',
  document: 'statements',
  statement: 'statements',
  clause: 'statements',
  citation: 'statements',
  suggestion: 'statements',
  reservation: 'statements',
  comment: 'statements',
  commitment: 'commitments',
  progress: 'commitments',
  report: 'moderation',
  desk: 'moderation',
  wordlist: 'moderation',
  template: 'moderation',
  notice: 'moderation',
  translation: 'translation',
  memory: 'translation',
  egress: 'translation',
};

/** The actions of one area, in the order of the table. */
export const actionsOf = (area: PolicyArea): Action[] =>
  (Object.keys(policyTable) as Action[]).filter((action) => areaOf[action.split('.')[0] as Family] === area);
