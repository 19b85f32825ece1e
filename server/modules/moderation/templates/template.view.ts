import { gapsIn } from '../../../../shared/moderation/template.rules.js';
import type { TemplateView } from '../../../../shared/moderation/template.schema.js';
import { standingOf, type Template, type TemplateVersion } from './template.js';

const versionView = ({ version, title, text, keys }: TemplateVersion): NonNullable<TemplateView['inForce']> => ({
  version,
  title,
  text,
  gaps: [...new Set(Object.values(text).flatMap(gapsIn))].toSorted(),
  keys: [...keys],
});

export function templateView(template: Template): TemplateView {
  const { inForce, proposed } = standingOf(template);
  return {
    id: template.id,
    reason: template.reason,
    inForce: inForce ? versionView(inForce) : null,
    proposed: proposed ? versionView(proposed) : null,
  };
}
