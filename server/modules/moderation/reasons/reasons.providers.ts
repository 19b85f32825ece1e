import { DecisionReasons } from './decision-reasons.js';
import { HoldStatements } from './hold-statements.js';
import { ItemProvenance } from './item-provenance.js';
import { ItemSourceRepository } from './item-source.repository.js';
import { JudgedWords } from './judged-words.query.js';
import { NoticeDetails } from './notice-details.query.js';
import { NoticeReading } from './notice-reading.js';
import { NoticeRepository } from './notice.repository.js';
import { NoticeService } from './notice.service.js';
import { NoticeSignals } from './notice-signals.js';
import { NoticesReader } from './notices.query.js';
import { ReportAnswerRepository } from './report-answer.repository.js';
import { ReportAnswers } from './report-answers.js';
import { StatementRepository } from './statement.repository.js';
import { Statements } from './statements.service.js';
import { StepConsequences } from './step-consequences.js';

/** What tells members what was decided about them, and why. */
export const reasons = [
  DecisionReasons,
  HoldStatements,
  ItemProvenance,
  ItemSourceRepository,
  JudgedWords,
  NoticeDetails,
  NoticeReading,
  NoticeRepository,
  NoticeService,
  NoticeSignals,
  NoticesReader,
  ReportAnswerRepository,
  ReportAnswers,
  StatementRepository,
  Statements,
  StepConsequences,
];
