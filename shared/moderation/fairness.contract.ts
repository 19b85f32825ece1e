import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { askedMonth, reportedMonths } from './fairness/month.schema.js';
import { fairnessReportView } from './fairness/fairness.schema.js';
import { moderationDigest } from './digest/digest.schema.js';
import { transparencyReport } from './transparency/transparency.schema.js';

const dyad = z.object({ dyad: slug });
const reported = { action: 'public.read', params: dyad, query: askedMonth, failures: ['request.not_found'] } as const;

export const readFairness = contract({
  ...reported,
  route: 'GET /api/dyads/:dyad/fairness',
  summary: 'Whether moderators treat the sides alike, in one month that is over; nothing before the first is',
  response: z.object({ months: reportedMonths, report: fairnessReportView.nullable() }),
});

export const readTransparency = contract({
  ...reported,
  route: 'GET /api/dyads/:dyad/transparency',
  summary: 'What moderators did in one month that is over; nothing before the first is',
  response: z.object({ months: reportedMonths, report: transparencyReport.nullable() }),
});

export const transparencyAsJson = contract({
  ...reported,
  route: 'GET /api/dyads/:dyad/transparency.json',
  summary: 'The transparency report of a month as data (CC0)',
  file: 'application/json; charset=utf-8',
});

export const transparencyAsCsv = contract({
  ...reported,
  route: 'GET /api/dyads/:dyad/transparency.csv',
  summary: 'The transparency report of a month as a table (CC0)',
  file: 'text/csv; charset=utf-8',
});

export const readDigest = contract({
  route: 'GET /api/dyads/:dyad/digests/:day',
  summary: 'What moderators did on one day, as the public record commits to it',
  action: 'public.read',
  params: dyad.extend({ day: z.iso.date() }),
  response: moderationDigest,
  failures: ['request.not_found'],
});
