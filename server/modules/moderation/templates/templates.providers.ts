import { TemplateRepository } from './template.repository.js';
import { TemplateService } from './template.service.js';
import { TemplateTexts } from './template-texts.js';

/** What keeps words for like cases. */
export const templates = [TemplateRepository, TemplateService, TemplateTexts];
