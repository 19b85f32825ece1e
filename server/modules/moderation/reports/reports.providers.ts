import { DeskReportReader } from './desk-reports.query.js';
import { OwnReports } from './own-reports.query.js';
import { ReportClosing } from './report-closing.js';
import { ReportFiling } from './report-filing.js';
import { ReportReadingRepository } from './report-reading.repository.js';
import { ReportWeights } from './report-weights.js';
import { ReportRepository } from './report.repository.js';
import { ReportService } from './report.service.js';

/** What takes reports, keeps them and tells what became of them. */
export const reports = [
  ReportRepository,
  ReportReadingRepository,
  ReportWeights,
  ReportFiling,
  ReportService,
  ReportClosing,
  OwnReports,
  DeskReportReader,
];
