import { CaseEventRepository } from './case-event.repository.js';
import { CommitmentRepository } from './commitment.repository.js';
import { DailyDigest } from './daily-digest.js';
import { DigestFactsReader } from './digest-facts.reader.js';
import { DigestPublication } from './digest-publication.js';
import { DigestRepository } from './digest.repository.js';
import { FairnessService } from './fairness.service.js';
import { MonthlyReportReader } from './monthly-reports.js';
import { OutsideRequestRepository } from './outside-request.repository.js';

/** What tells the public how moderators treat the sides. */
export const fairness = [
  CaseEventRepository,
  CommitmentRepository,
  OutsideRequestRepository,
  MonthlyReportReader,
  FairnessService,
  DigestRepository,
  DigestFactsReader,
  DigestPublication,
  DailyDigest,
];
