import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type * as contracts from '../../../../shared/moderation/template.contract.js';
import type { TemplateView } from '../../../../shared/moderation/template.schema.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { randomId } from '../../../platform/ids/ids.js';
import type { Permit } from '../../../platform/access/permit.js';
import { standingOf, type NewVersion, type Template } from './template.js';
import { TemplateRepository } from './template.repository.js';
import { TemplateTexts } from './template-texts.js';
import { templateView } from './template.view.js';

/** Words for like cases: a moderator proposes them, and they are in force with a key of each side. */
@Injectable()
export class TemplateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: TemplateRepository,
    private readonly texts: TemplateTexts,
    private readonly clock: Clock,
  ) {}

  list({ dyadId }: DyadMember): Promise<TemplateView[]> {
    return this.unitOfWork.run({ dyadId }, async (tx) => (await this.templates.all(tx, dyadId)).map(templateView));
  }

  /** @throws InvalidRequest naming what is missing or does not fit, by language */
  propose({ body, idempotency }: InputOf<typeof contracts.proposeTemplate>, permit: Permit): Promise<TemplateView> {
    const { dyadId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      await this.texts.require(tx, dyadId, body);
      const template = randomId();
      await this.templates.open(tx, dyadId, template, body.reason, this.clock.now());
      return this.word(tx, permit.member, { ...body, template, version: 1 });
    });
  }

  /** @throws Failure `request.not_found`, `template.changed`; InvalidRequest as for a new one */
  revise(
    { params, body, idempotency }: InputOf<typeof contracts.reviseTemplate>,
    permit: Permit,
  ): Promise<TemplateView> {
    const { dyadId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const { versions } = await this.locked(tx, params.template);
      await this.texts.require(tx, dyadId, body);
      if (versions.at(-1)?.version !== body.after) throw new Failure('template.changed');
      return this.word(tx, permit.member, { ...body, template: params.template, version: body.after + 1 });
    });
  }

  /** @throws Failure `request.not_found`, `template.changed` for all but the newest version, `template.key_given` */
  giveKey({ params, idempotency }: InputOf<typeof contracts.giveTemplateKey>, permit: Permit): Promise<TemplateView> {
    const { dyadId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const { proposed } = standingOf(await this.locked(tx, params.template));
      if (proposed?.version !== params.version) throw new Failure('template.changed');
      if (!(await this.key(tx, permit.member, params))) throw new Failure('template.key_given');
      return this.view(tx, params.template);
    });
  }

  /** Adds a version; whoever words it gives the key of their side for it. */
  private async word(
    tx: Tx,
    member: DyadMember,
    { template, version, title, text }: Pick<NewVersion, 'template' | 'version' | 'title' | 'text'>,
  ): Promise<TemplateView> {
    const added = { template, version, title, text, proposedBy: member.memberId, at: this.clock.now() };
    await this.templates.word(tx, member.dyadId, added);
    await this.key(tx, member, added);
    return this.view(tx, template);
  }

  private async key(
    tx: Tx,
    { side, memberId, dyadId }: DyadMember,
    about: Pick<NewVersion, 'template' | 'version'>,
  ): Promise<boolean> {
    return side !== 'neutral' && this.templates.key(tx, dyadId, about, { side, memberId }, this.clock.now());
  }

  private async locked(tx: Tx, id: string): Promise<Template> {
    await this.templates.lock(tx, id);
    return this.require(tx, id);
  }

  private async view(tx: Tx, id: string): Promise<TemplateView> {
    return templateView(await this.require(tx, id));
  }

  private async require(tx: Tx, id: string): Promise<Template> {
    const template = await this.templates.find(tx, id);
    if (!template) throw new Failure('request.not_found');
    return template;
  }
}
