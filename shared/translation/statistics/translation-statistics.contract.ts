import { z } from 'zod';
import { contract } from '../../contract/contract.js';
import { slug } from '../../language/fields.js';
import { askedMonth, reportedMonths } from '../../moderation/fairness/month.schema.js';
import { translationStatisticsView } from './translation-statistics.schema.js';

const counted = {
  action: 'public.read',
  params: z.object({ dyad: slug }),
  query: askedMonth,
  failures: ['request.not_found'],
} as const;

export const readTranslationStatistics = contract({
  ...counted,
  route: 'GET /api/dyads/:dyad/translation-statistics',
  summary: 'How what is published reaches readers of the other language, by direction; nothing before a month is over',
  response: z.object({ months: reportedMonths, statistics: translationStatisticsView.nullable() }),
});

export const translationStatisticsAsJson = contract({
  ...counted,
  route: 'GET /api/dyads/:dyad/translation-statistics.json',
  summary: 'The statistics of translation as data (CC0)',
  file: 'application/json; charset=utf-8',
});

export const translationStatisticsAsCsv = contract({
  ...counted,
  route: 'GET /api/dyads/:dyad/translation-statistics.csv',
  summary: 'The statistics of translation as a table (CC0)',
  file: 'text/csv; charset=utf-8',
});
