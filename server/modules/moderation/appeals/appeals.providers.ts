import { AppealAnswers } from './appeal-answers.query.js';
import { AppealRepository } from './appeal.repository.js';

/** What brings decisions before people who had nothing to do with them. */
export const appeals = [AppealAnswers, AppealRepository];
