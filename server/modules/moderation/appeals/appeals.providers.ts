import { AppealableNotices } from './appealable-notices.js';
import { AppealAnswers } from './appeal-answers.query.js';
import { AppealCases } from './appeal-case.query.js';
import { AppealClosing } from './appeal-closing.js';
import { AppealDeskService } from './appeal-desk.service.js';
import { AppealDuties } from './appeal-duties.js';
import { AppealedDecisions } from './appealed-decisions.js';
import { AppealHearing } from './appeal-hearing.js';
import { AppealJudging } from './appeal-judging.js';
import { AppealMaking } from './appeal-making.js';
import { AppealOpening } from './appeal-opening.js';
import { AppealOutcomes } from './appeal-outcomes.js';
import { AppealReminders } from './appeal-reminders.js';
import { AppealRepository } from './appeal.repository.js';
import { AppealService } from './appeal.service.js';
import { AppealTime } from './appeal-time.js';
import { AppealVariations } from './appeal-variations.js';
import { AppealVerdictRepository } from './appeal-verdict.repository.js';

/** What brings decisions before people who had nothing to do with them. */
export const appeals = [
  AppealableNotices,
  AppealAnswers,
  AppealCases,
  AppealClosing,
  AppealDeskService,
  AppealDuties,
  AppealedDecisions,
  AppealHearing,
  AppealJudging,
  AppealMaking,
  AppealOpening,
  AppealOutcomes,
  AppealReminders,
  AppealRepository,
  AppealService,
  AppealTime,
  AppealVariations,
  AppealVerdictRepository,
];
