import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import type { TemplateView } from '../../../../shared/moderation/template.schema.js';
import { call } from '../../../lib/api-client';
import { textIn } from '../../../lib/format';
import { SelectField } from '../../../ui/field';
import { usableTemplates } from './template-texts';

const useTemplates = (dyad: string): UseQueryResult<TemplateView[]> =>
  useQuery({
    queryKey: ['desk-templates', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/desk-templates', { params: { dyad } })).templates,
  });

interface TemplateFieldProps {
  readonly dyad: string;
  readonly reason: ReasonCode | '';
  readonly take: (template: TemplateView) => void;
}

/** Words for like cases, that both sides have agreed on; nothing where there are none. */
export function TemplateField({ dyad, reason, take }: TemplateFieldProps): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  const { data } = useTemplates(dyad);
  const templates = usableTemplates(data ?? [], reason);
  if (templates.length === 0) return null;
  return (
    <SelectField
      label={t('propose.template')}
      hint={t('propose.template_hint')}
      value=""
      data-field="template"
      options={[
        { value: '', label: t('propose.template_choose') },
        ...templates.map(({ id, reason: of, inForce }) => ({
          value: id,
          label: `${t(`reason.${of}`)}: ${textIn(inForce?.title ?? {}, i18n.language)}`,
        })),
      ]}
      onChange={({ target }) => {
        const chosen = templates.find(({ id }) => id === target.value);
        if (chosen) take(chosen);
      }}
    />
  );
}
